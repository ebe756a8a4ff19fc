using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Services;
using PhoneSim.Lab;
using PhoneSim.Lab.Database;
using PhoneSim.Phone;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests;

/// <summary>The built-in lab with a database of phones of one profile, and the fleet of these phones as they came from the factory.</summary>
internal sealed class LabSite : IAsyncDisposable
{
    private const ulong FirstMac = 0x001122000000;

    private readonly TemporaryFolder folder = new();
    private readonly ProfileStore profiles = new();
    private readonly string profile;
    private readonly int count;
    private PhoneDatabase database;
    private LabServer server;

    public LabSite(string profile, int count, Func<LabPhone, LabPhone> change)
    {
        (this.profile, this.count) = (profile, count);
        SharedKeys.CopyTo(folder.PathOf("pki"));
        database = new(folder.Path, profiles, TimeProvider.System);
        server = new(database, new(), TimeProvider.System);
        foreach (int index in Enumerable.Range(0, count))
            database.Save(change(LabPhones.New(Name(index), profile)));
    }

    public FleetOptions Fleet => new()
    {
        Count = count, FirstMac = FirstMac, Mix = [new(profiles.Find(profile)!, 1)], Servers = [new("127.0.0.1", server.Tftp.Port)], Load = new() { Concurrency = 8 }, Loops = 2, Services = Services,
    };

    private FleetServices Services => new() { Keys = FleetKeys.Prepared, AsksTvs = true, HttpPort = server.Http.Port, HttpsPort = server.Https.Port };

    public LabPhone Phone(int index) => database.Find(Name(index).ToString())!;

    /// <summary>The cluster signs trust lists with another key from now on.</summary>
    public async Task ReplaceSastAsync()
    {
        await server.DisposeAsync();
        File.Delete(folder.PathOf("pki/SAST.pem"));
        database = new(folder.Path, profiles, TimeProvider.System);
        database.Save(database.Cluster with { TrustListsMade = null });
        server = new(database, new(), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    private static DeviceName Name(int index) => DeviceName.TryParse((FirstMac + (ulong)index).ToString("X12", System.Globalization.CultureInfo.InvariantCulture), out DeviceName? name) ? name : throw new InvalidOperationException();
}
