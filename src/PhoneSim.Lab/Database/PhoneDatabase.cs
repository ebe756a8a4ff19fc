using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PhoneSim.Lab.Files;
using PhoneSim.Lab.Pki;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Lab.Database;

/// <summary>
/// The call manager's database in a folder: a file a phone, the cluster, its keys; and below <c>tftp</c> the files offered to phones, made anew at every change. A change
/// takes effect at once for a server that runs on the same folder, whichever process makes it.
/// </summary>
public sealed class PhoneDatabase
{
    private const string ClusterFile = "cluster.json";

    private readonly DurableFolder root;
    private readonly DurableFolder phones;
    private readonly DurableFolder offered;
    private readonly string phonesFolder;
    private readonly ProfileStore profiles;
    private readonly TimeProvider time;

    public PhoneDatabase(string folder, ProfileStore profiles, TimeProvider time)
    {
        (this.profiles, this.time) = (profiles, time);
        phonesFolder = Path.Combine(folder, "phones");
        OfferedFolder = Path.Combine(folder, "tftp");
        root = new(folder);
        phones = new(phonesFolder);
        offered = new(OfferedFolder);
        Pki = LabPki.Open(Path.Combine(folder, "pki"), time);
    }

    /// <summary>The TFTP server's root.</summary>
    public string OfferedFolder { get; }

    public LabPki Pki { get; }

    /// <exception cref="LabException">Its file is damaged.</exception>
    public Cluster Cluster => Read(root, ClusterFile, DatabaseJson.Default.Cluster, cluster => cluster) ?? new();

    /// <exception cref="LabException">A phone's file is damaged.</exception>
    public IReadOnlyList<LabPhone> Phones =>
        [.. Directory.EnumerateFiles(phonesFolder, "SEP*.json").Order(StringComparer.Ordinal).Select(file => Find(Path.GetFileNameWithoutExtension(file))!)];

    /// <summary>What a phone may be called: nothing else becomes a file name.</summary>
    public static bool IsDeviceName(string name) => name.StartsWith("SEP", StringComparison.Ordinal) && DeviceName.TryParse(name[3..], out DeviceName? device) && device.ToString() == name;

    /// <summary>Null: not in the database.</summary>
    /// <exception cref="LabException">Its file is damaged.</exception>
    public LabPhone? Find(string name) => Read(phones, name + ".json", DatabaseJson.Default.LabPhoneFile, file => file.ToPhone());

    /// <exception cref="LabException">The profile is not known, or does not allow what the phone's record asks.</exception>
    public void Save(LabPhone phone)
    {
        FirmwareProfile profile = ProfileOf(phone);
        PhoneRules.Check(phone, profile);
        phones.Write(phone.Name + ".json", JsonSerializer.SerializeToUtf8Bytes(LabPhoneFile.Of(phone), DatabaseJson.Default.LabPhoneFile));
        Offer(phone, profile);
    }

    /// <summary>False: there was none.</summary>
    public bool Remove(string name)
    {
        if (Find(name) is null)
            return false;
        phones.Delete(name + ".json");
        foreach (string file in PhoneFiles.NamesOf(name))
            offered.Delete(file);
        return true;
    }

    /// <summary>Stores what all phones share and makes every file anew.</summary>
    public void Save(Cluster cluster)
    {
        if (cluster.TrustListsMade is null || cluster.MixedMode != Cluster.MixedMode)
            cluster = cluster with { TrustListsMade = time.GetUtcNow() };
        root.Write(ClusterFile, JsonSerializer.SerializeToUtf8Bytes(cluster, DatabaseJson.Default.Cluster));
        foreach ((string name, byte[] content) in PhoneFiles.Shared(cluster, Pki, time.GetUtcNow()))
            offered.Write(name, content);
        foreach (LabPhone phone in Phones)
            Offer(phone, ProfileOf(phone));
    }

    private static T? Read<TFile, T>(DurableFolder folder, string name, JsonTypeInfo<TFile> type, Func<TFile, T> meaning)
        where T : class
    {
        try
        {
            return folder.Read(name) is { } json ? meaning(JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null where an object is expected")) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new LabException($"the lab's file {name} is damaged: {e.Message}");
        }
    }

    private FirmwareProfile ProfileOf(LabPhone phone) => profiles.Find(phone.Profile) ?? throw new LabException($"there is no profile \"{phone.Profile}\"");

    /// <summary>Deletes what the phone may no longer find, then writes what it may: the clear files go before the encrypted ones come.</summary>
    private void Offer(LabPhone phone, FirmwareProfile profile)
    {
        IReadOnlyDictionary<string, byte[]> files = PhoneFiles.Of(phone, profile, Cluster, Pki, time.GetUtcNow());
        foreach (string stale in PhoneFiles.NamesOf(phone.Name).Where(name => !files.ContainsKey(name)))
            offered.Delete(stale);
        foreach ((string name, byte[] content) in files)
            offered.Write(name, content);
    }
}
