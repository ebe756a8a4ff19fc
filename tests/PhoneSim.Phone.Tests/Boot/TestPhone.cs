using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Stepping;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Boot;

/// <summary>A phone in memory, SEP001122334455, whose profile is written here so that the boot's tests do not depend on the JSON.</summary>
internal sealed class TestPhone : IPhoneObserver
{
    private static readonly DeviceName Name = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException();

    public MemoryFlash Flash { get; } = new(FlashContents.Empty);

    public ScriptedServer Server { get; } = new();

    public FirmwareProfile Profile { get; init; } = PublicKey;

    public List<PhoneEvent> Events { get; } = [];

    public int MaxResets { get; init; } = 5;

    public Secret? AuthString { get; init; }

    public static FirmwareProfile PublicKey { get; } = Base(
        new() { Method = EncryptionMethod.PublicKey, Layout = ContainerLayout.PublicKeyAes128, KeyBits = 128, FallsBackByItself = true }, SigningBehaviour.Verified);

    public static FirmwareProfile ManualAes { get; } = Base(
        new() { Method = EncryptionMethod.Manual, Layout = ContainerLayout.ManualAes128, KeyBits = 128, RetainsDigestCredentials = true }, SigningBehaviour.Ignored);

    public static FirmwareProfile ManualRc4 { get; } = Base(
        new() { Method = EncryptionMethod.Manual, Layout = ContainerLayout.ManualRc4, KeyBits = 256 }, SigningBehaviour.None);

    public static FirmwareProfile Unencrypted { get; } = Base(new() { Method = EncryptionMethod.None }, SigningBehaviour.Verified);

    public static DeviceCertificate Certificate(string key) => DeviceCertificate.FromPem(Vectors.Text($"keys/{key}.pem"));

    public TestPhone WithVectors(string digest, string folder = "")
    {
        Server["ITLSEP001122334455.tlv"] = Vectors.Bytes($"{digest}/ITLFile.tlv");
        foreach (string name in new[] { "SEP001122334455.cnf.xml.sgn", "SEP001122334455.cnf.xml.enc.sgn" })
            if (File.Exists(Vectors.PathOf($"{digest}/{folder}{name}")))
                Server[name] = Vectors.Bytes($"{digest}/{folder}{name}");
        return this;
    }

    /// <param name="developer">Who steps the boot; null: nobody.</param>
    public async Task<BootReport> BootAsync(IStepControl? developer = null, CancellationToken? cancellation = null)
    {
        PhoneOptions options = new()
        {
            Device = Name, Profile = Profile, Flash = Flash, Transports = [Server], Servers = ["192.0.2.1"], MaxResets = MaxResets, AuthString = AuthString, Observer = this,
        };
        BootContext context = new(developer is null ? options : Stepper.Attach(options, developer));
        BootRunner runner = new(context);
        await runner.RunAsync(BootTrigger.PowerOn, cancellation ?? TestContext.Current.CancellationToken);
        return BootReport.Of(context, runner.State, TimeSpan.Zero);
    }

    public void OnEvent(PhoneEvent phoneEvent) => Events.Add(phoneEvent);

    private static FirmwareProfile Base(EncryptionProfile encryption, SigningBehaviour signing) => new()
    {
        Name = "test", Title = "", Model = "CP-TEST", Family = "", Protocol = SignallingProtocol.Sip, Note = "", Load = "TEST.1",
        Encryption = encryption,
        Signing = new() { Behaviour = signing, Digests = [DigestAlgorithm.Sha1, DigestAlgorithm.Sha512] },
        Trust = new() { AsksCtl = true, AsksItl = true },
        Fetch = new() { Transports = [TransportKind.Tftp], SizeLimit = 550001, Tftp = new() },
        Certificates = new() { HasMic = true, SupportsLsc = true },
        Screen = new() { Columns = 30, Rows = 7, SoftkeyCount = 4, LineKeys = 2, HardKeys = ["settings"], Lamps = [] },
        Menu = new() { Unlock = UnlockStyle.PasswordRow, HexEntry = HexEntryStyle.DigitFirst, OpenKey = "settings", Root = new() { Label = "Settings", Source = TextSource.Seed, Kind = "menu" } },
        Texts = typeof(Texts).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToDictionary(id => id, id => new SourcedText($"{id} {{file}}", TextSource.Simulator)),
    };
}
