using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Phone.Flash;

/// <summary>A device's flash in a folder of its own: one file an item, replaced atomically, one owner at a time.</summary>
public sealed class FolderFlash : IFlash, IDisposable
{
    /// <summary>Written to the file <c>format</c>; a higher number in a folder is refused.</summary>
    public const int Format = 1;

    private readonly DurableFolder files;
    private readonly FileStream owner;
    private readonly List<string> damaged = [];

    /// <param name="folder">Made when it does not exist.</param>
    /// <param name="known">What the caller knows to be in the folder, so that it is not read again; null: it is read.</param>
    /// <param name="isSynced">False: what is set survives the end of the process, but not a power cut of the machine.</param>
    /// <exception cref="FlashInUseException"/>
    /// <exception cref="FlashFormatException"/>
    public FolderFlash(string folder, FlashContents? known = null, bool isSynced = true)
    {
        files = new(folder, isSynced);
        owner = Own(folder);
        files.RemoveUnfinished();
        CheckFormat(folder);
        Contents = known ?? ReadAll();
    }

    public FlashContents Contents { get; private set; }

    /// <summary>Items whose file could not be read; they count as absent.</summary>
    public IReadOnlyList<string> Damaged => damaged;

    /// <summary><c>phonesim/flash/SEP…</c> below the user's data folder (XDG_DATA_HOME).</summary>
    public static string DefaultFolder(DeviceName device) => Path.Combine(DataFolder, "flash", device.ToString());

    /// <summary><c>phonesim</c> below the user's data folder (XDG_DATA_HOME).</summary>
    public static string DataFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "phonesim");

    public void Dispose() => owner.Dispose();

    public void SetSymmetricKey(SymmetricKey? key)
    {
        Put(FlashItem.SymmetricKey, key is null ? null : Encoding.ASCII.GetBytes(key.RevealHex()));
        Contents = Contents with { SymmetricKey = key };
    }

    public void SetCtl(TrustList? list)
    {
        Put(FlashItem.Ctl, list?.File.Raw);
        Contents = Contents with { Ctl = list };
    }

    public void SetItl(TrustList? list)
    {
        Put(FlashItem.Itl, list?.File.Raw);
        Contents = Contents with { Itl = list };
    }

    public void SetConfiguration(StoredConfiguration? configuration)
    {
        Put(FlashItem.Configuration, configuration is null ? null : FlashEncoding.Write(configuration));
        Contents = Contents with { Configuration = configuration };
    }

    public void SetDigestCredentials(DigestCredentials? credentials)
    {
        Put(FlashItem.DigestCredentials, credentials is null ? null : FlashEncoding.Write(credentials));
        Contents = Contents with { DigestCredentials = credentials };
    }

    public void SetSettings(FlashSettings settings)
    {
        Put(FlashItem.Settings, FlashEncoding.Write(settings));
        Contents = Contents with { Settings = settings };
    }

    public void SetMic(DeviceCertificate? mic)
    {
        Put(FlashItem.Mic, mic is null ? null : Encoding.ASCII.GetBytes(mic.ToPem()));
        Contents = Contents with { Mic = mic };
    }

    public void SetLsc(DeviceCertificate? lsc)
    {
        Put(FlashItem.Lsc, lsc is null ? null : Encoding.ASCII.GetBytes(lsc.ToPem()));
        Contents = Contents with { Lsc = lsc };
    }

    public void SetStatusMessages(IReadOnlyList<StatusMessage> messages)
    {
        Put(FlashItem.StatusMessages, FlashEncoding.Write(messages));
        Contents = Contents with { StatusMessages = messages };
    }

    /// <summary>Sets each item that is another one in <paramref name="now"/> than in <paramref name="before"/>.</summary>
    public void SetChanged(FlashContents before, FlashContents now)
    {
        if (now.SymmetricKey != before.SymmetricKey)
            SetSymmetricKey(now.SymmetricKey);
        if (now.Ctl != before.Ctl)
            SetCtl(now.Ctl);
        if (now.Itl != before.Itl)
            SetItl(now.Itl);
        if (now.Configuration != before.Configuration)
            SetConfiguration(now.Configuration);
        if (now.DigestCredentials != before.DigestCredentials)
            SetDigestCredentials(now.DigestCredentials);
        if (now.Settings != before.Settings)
            SetSettings(now.Settings);
        if (now.Mic != before.Mic)
            SetMic(now.Mic);
        if (now.Lsc != before.Lsc)
            SetLsc(now.Lsc);
        if (!ReferenceEquals(now.StatusMessages, before.StatusMessages))
            SetStatusMessages(now.StatusMessages);
    }

    /// <summary>File name of an item in the folder.</summary>
    public static string FileOf(FlashItem item) => item switch
    {
        FlashItem.SymmetricKey => "symmetric-key",
        FlashItem.Ctl => "CTLFile.tlv",
        FlashItem.Itl => "ITLFile.tlv",
        FlashItem.Configuration => "configuration",
        FlashItem.DigestCredentials => "digest-credentials.json",
        FlashItem.Settings => "settings.json",
        FlashItem.Mic => "mic.pem",
        FlashItem.Lsc => "lsc.pem",
        _ => "status-messages.json",
    };

    private void Put(FlashItem item, ReadOnlyMemory<byte>? content)
    {
        if (content is { } bytes)
            files.Write(FileOf(item), bytes.Span);
        else
            files.Delete(FileOf(item));
    }

    private void Put(FlashItem item, byte[]? content) => Put(item, content is null ? null : (ReadOnlyMemory<byte>?)content);

    private FileStream Own(string folder)
    {
        string path = files.PathOf("lock");
        try
        {
            FileStream held = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            files.Write("owner", Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return held;
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new FlashInUseException(folder, Encoding.ASCII.GetString(files.Read("owner") ?? []));
        }
    }

    private void CheckFormat(string folder)
    {
        if (files.Read("format") is not { } format)
        {
            files.Write("format", Encoding.ASCII.GetBytes(Format.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        string text = Encoding.ASCII.GetString(format).Trim();
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out int found) || found > Format)
        {
            owner.Dispose();
            throw new FlashFormatException(folder, text);
        }
    }

    private FlashContents ReadAll() => new()
    {
        SymmetricKey = Get(FlashItem.SymmetricKey, bytes => new SymmetricKey(Convert.FromHexString(Encoding.ASCII.GetString(bytes)))),
        Ctl = Get(FlashItem.Ctl, bytes => TrustList.Parse(bytes)),
        Itl = Get(FlashItem.Itl, bytes => TrustList.Parse(bytes)),
        Configuration = Get(FlashItem.Configuration, FlashEncoding.ReadConfiguration),
        DigestCredentials = Get(FlashItem.DigestCredentials, FlashEncoding.ReadCredentials),
        Settings = Get(FlashItem.Settings, FlashEncoding.ReadSettings) ?? new(),
        Mic = Get(FlashItem.Mic, bytes => DeviceCertificate.FromPem(Encoding.ASCII.GetString(bytes))),
        Lsc = Get(FlashItem.Lsc, bytes => DeviceCertificate.FromPem(Encoding.ASCII.GetString(bytes))),
        StatusMessages = Get(FlashItem.StatusMessages, FlashEncoding.ReadStatusMessages) ?? [],
    };

    private T? Get<T>(FlashItem item, Func<byte[], T> read) where T : class
    {
        try
        {
            return files.Read(FileOf(item)) is { } bytes ? read(bytes) : null;
        }
        catch (Exception e) when (e is MalformedDataException or CryptographicException or FormatException or ArgumentException or System.Text.Json.JsonException)
        {
            damaged.Add($"{FileOf(item)}: {e.Message}");
            return null;
        }
    }
}
