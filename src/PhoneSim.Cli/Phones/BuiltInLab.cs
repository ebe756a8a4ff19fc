using PhoneSim.Lab;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Phones;

/// <summary>The lab in this process, for a phone that was given no server: on free ports of loopback, knowing the phone.</summary>
internal sealed class BuiltInLab : IAsyncDisposable
{
    private readonly LabServer server;
    private readonly PhoneDatabase database;
    private readonly PhoneSetup phone;

    private BuiltInLab(LabServer server, PhoneDatabase database, PhoneSetup phone) => (this.server, this.database, this.phone) = (server, database, phone);

    /// <summary>A phone with a manual key finds it already in the database: <see cref="DemonstrationKey"/>.</summary>
    public static BuiltInLab Start(PhoneSetup phone, ProfileStore profiles)
    {
        PhoneDatabase database = new(phone.LabFolder ?? Path.Combine(FolderFlash.DataFolder, "screen-lab"), profiles, TimeProvider.System);
        LabServer server = new(database, new(), TimeProvider.System);
        if (database.Find(phone.Device.ToString()) is not { } known || known.Profile != phone.Profile.Name)
            database.Save(Demonstration(phone));
        return new(server, database, phone);
    }

    /// <summary>1234567890ABCDEF, as often as the key is long: what a trainer types.</summary>
    public static string DemonstrationKey(FirmwareProfile profile) => string.Concat(Enumerable.Repeat("1234567890ABCDEF", profile.Encryption.KeyBits / 64));

    public string Host => server.Tftp.Address.ToString();

    public PhoneSetup Before(PhoneSetup phone) => phone with
    {
        Servers = [new(Host, server.Tftp.Port)],
        HttpPort = server.Http.Port,
        HttpsPort = server.Https.Port,
    };

    /// <summary>What a lesson does at the server; in effect at once.</summary>
    public void Change(LessonServer change) => database.Save(LessonFolder.Apply(database.Find(phone.Device.ToString())!, change, phone.Profile));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static LabPhone Demonstration(PhoneSetup phone)
    {
        LabPhone record = LabPhones.New(phone.Device, phone.Profile.Name);
        if (phone.Lesson is { } plan)
            return LessonFolder.Apply(record, plan.Lesson.Server, phone.Profile);
        return phone.Profile.Encryption.Method switch
        {
            EncryptionMethod.Manual => record.WithKey(DemonstrationKey(phone.Profile), phone.Profile) with { EncryptedConfig = true },
            EncryptionMethod.PublicKey => record with { EncryptedConfig = true, Capf = Phone.Enrolment.CapfOperation.Install },
            _ => record,
        };
    }
}
