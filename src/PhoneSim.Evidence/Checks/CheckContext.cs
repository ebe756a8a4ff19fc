using PhoneSim.Evidence.Reports;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Checks;

/// <summary>What the checks share: the files of the server, each asked once, and what is in them.</summary>
public sealed class CheckContext
{
    private const int SizeLimit = 4 * 1024 * 1024;

    private readonly Dictionary<string, FetchResult> files = new(StringComparer.Ordinal);

    private readonly List<Exchange> exchanges = [];
    private readonly long started;

    private CheckContext(CheckTarget target) => (Target, started) = (target, target.Time.GetTimestamp());

    public CheckTarget Target { get; }

    public FirmwareProfile Profile => Target.Profile;

    public IReadOnlyDictionary<string, FetchResult> Files => files;

    public IReadOnlyList<Exchange> Exchanges => exchanges;

    /// <summary>Ids of the checks that failed so far.</summary>
    public HashSet<string> Failed { get; } = [];

    public bool ServerAnswers => files.Values.Any(f => f.Answer is not (FetchAnswer.Timeout or FetchAnswer.Refused or FetchAnswer.UnknownHost));

    public FetchResult Ctl => files[FileNames.Ctl(Target.Device)];

    /// <summary>The phone's own, else the shared one.</summary>
    public FetchResult Itl => files[FileNames.Itl(Target.Device)].Answer == FetchAnswer.Ok ? files[FileNames.Itl(Target.Device)] : files[FileNames.SharedItl];

    public FetchResult Encrypted => files[FileNames.Encrypted(Target.Device)];

    public FetchResult Signed => files[FileNames.Signed(Target.Device)];

    public FetchResult Plain => files[FileNames.Plain(Target.Device)];

    public FetchResult Default => files[FileNames.DefaultConfiguration];

    /// <summary>Null: absent or malformed.</summary>
    public TrustList? CtlList => ParseList(Ctl);

    /// <summary>Null: absent or malformed.</summary>
    public TrustList? ItlList => ParseList(Itl);

    /// <summary>What a new phone would have in flash after the trust lists.</summary>
    public FlashContents Flash => FlashContents.Empty with { Ctl = CtlList, Itl = ItlList, Mic = Target.Mic, Lsc = Target.Lsc, SymmetricKey = Target.Key };

    /// <summary>A file whose bytes are certainly there, for the transfers; null: there is none.</summary>
    public (string Name, ReadOnlyMemory<byte> Content)? Known =>
        files.Where(f => f.Value.Answer == FetchAnswer.Ok && f.Value.Content.Length > 0).OrderByDescending(f => f.Value.Content.Length).Select(f => ((string, ReadOnlyMemory<byte>)?)(f.Key, f.Value.Content)).FirstOrDefault();

    public bool SignsFiles => Profile.Signing.Behaviour != SigningBehaviour.None;

    /// <summary>The configuration under the unencrypted name; null: none that can be read.</summary>
    public PhoneConfiguration? Open => Read(() => ParseOpen(SignsFiles && Signed.Answer == FetchAnswer.Ok ? Signed : Plain));

    /// <summary>Encryption is on for this phone: the user said so, or the server does.</summary>
    public bool IsEncrypted => Target.ExpectsEncryption ?? (Encrypted.Answer == FetchAnswer.Ok || Open is { FullConfig: false });

    public DecryptionResult? Decrypted => Encrypted.Answer != FetchAnswer.Ok ? null : (Profile.Encryption.Method, Target.Key, Target.Certificate?.Rsa) switch
    {
        (EncryptionMethod.Manual, { } key, _) => Read(() => EncryptedFile.Decrypt(Encrypted.Content, key, Profile.Encryption.Layout!.Value)),
        (EncryptionMethod.PublicKey, _, { } rsa) => Read(() => EncryptedFile.Decrypt(Encrypted.Content, rsa)),
        _ => null,
    };

    /// <summary>The full configuration, wherever it is; null: none that can be read.</summary>
    public PhoneConfiguration? Full => Decrypted is { Succeeded: true } clear ? Read(() => PhoneConfiguration.Parse(clear.ClearText)) : Open is { FullConfig: true } open ? open : null;

    public ServerEndPoint? CapfServer => Target.Capf ?? ((Full ?? Open)?.CapfServers is [var first, ..] ? new(first.Host, first.Port) : null);

    public ServerEndPoint? TvsServer => Target.Tvs ?? (Full?.TvsServers is [var first, ..] ? new(first.Host, first.Port) : null);

    /// <summary>Asks every file the phone knows of.</summary>
    public static async Task<CheckContext> OpenAsync(CheckTarget target, CancellationToken cancellation)
    {
        CheckContext context = new(target);
        string[] names =
        [
            FileNames.Ctl(target.Device), FileNames.Itl(target.Device), FileNames.SharedItl, FileNames.Encrypted(target.Device), FileNames.Signed(target.Device), FileNames.Plain(target.Device),
            FileNames.DefaultConfiguration,
        ];
        foreach (string name in names)
        {
            context.files[name] = await context.FetchAsync(name, target.Profile.Fetch.Tftp, cancellation);
            context.Note($"TFTP {target.Tftp}", name, context.files[name]);
        }

        return context;
    }

    public Task<FetchResult> FetchAsync(string name, TftpSettings settings, CancellationToken cancellation) =>
        new TftpTransport(settings, Target.Time, Target.Network.Capture is { } capture ? capture.Add : null).FetchAsync(new(name, Target.Tftp, SizeLimit), cancellation);

    /// <summary>For the report.</summary>
    /// <param name="server">Who was asked: <c>HTTP 192.0.2.10:6970</c>.</param>
    public void Note(string server, string question, FetchResult result)
    {
        string answer = result.Answer == FetchAnswer.Ok ? $"{result.Content.Length} bytes" : result.AnswerText;
        exchanges.Add(new(Target.Time.GetElapsedTime(started) - result.Duration, result.Duration, Target.Device.ToString(), server, question, answer, result.Answer is FetchAnswer.Ok or FetchAnswer.NotFound));
    }

    /// <summary>Null: the file is malformed.</summary>
    public static T? Read<T>(Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with the bytes; null: nothing.</summary>
    public static string? WhyMalformed(Action parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (MalformedDataException e)
        {
            return e.Message;
        }
    }

    private static TrustList? ParseList(FetchResult file) => file.Answer == FetchAnswer.Ok ? Read(() => TrustList.Parse(file.Content)) : null;

    private static PhoneConfiguration ParseOpen(FetchResult file) =>
        PhoneConfiguration.Parse(SignedFile.HasHeader(file.Content.Span) ? SignedFile.Parse(file.Content).Body : file.Content);
}
