using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests.Fleets;

/// <summary>A TFTP server with the files of twelve enrolled phones, and the program beside it.</summary>
internal sealed class FleetSite : IAsyncDisposable
{
    public const int Phones = 12;

    private readonly VectorServer server = new();

    public FleetSite()
    {
        server.OfferVector("ITLFile.tlv", "sha1/ITLFile.tlv");
        foreach (int phone in Enumerable.Range(0, Phones))
            server.OfferVector($"SEP0011220000{phone:X2}.cnf.xml.enc.sgn", "sha1/SEP001122334455.cnf.xml.enc.sgn");
    }

    /// <summary>Of the fleet: its phones, their server.</summary>
    public string Options => $"--server {server.EndPoint} --count {Phones} --lsc {Vectors.PathOf("keys/phone-lsc.pem")} --http-port 0 --https-port 0";

    public string PathOf(string name) => server.PathOf(name);

    public Task<CommandLine.Run> RunAsync(string line) => server.RunAsync(line);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
