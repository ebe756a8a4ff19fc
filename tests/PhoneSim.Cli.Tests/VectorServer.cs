using System.Net;
using PhoneSim.Lab.Tftp;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>A TFTP server that only has files, and a command line whose phone asks it.</summary>
internal sealed class VectorServer : IAsyncDisposable
{
    private readonly TemporaryFolder files = new();
    private readonly CommandLine phonesim = new();
    private readonly TftpServer server;

    public VectorServer() => server = new(new(IPAddress.Loopback, 0), new FolderFileSource(files.Path), TimeProvider.System);

    public IPEndPoint EndPoint => server.EndPoint;

    /// <param name="name">With <c>{phone}</c> for SEP001122334455.</param>
    public void Offer(string name, ReadOnlySpan<byte> content) => files.Write(name.Replace("{phone}", "SEP001122334455", StringComparison.Ordinal), content);

    public void OfferVector(string name, string vector) => Offer(name, Vectors.Bytes(vector));

    public string PathOf(string name) => phonesim.PathOf(name);

    public string PathOfOffered(string name) => files.PathOf(name);

    public Task<CommandLine.Run> RunAsync(string line) => phonesim.RunAsync(line);

    /// <summary>The phone of the vectors, a 7962 unless told otherwise, that asks a silent CAPF server again at once: its time-outs are those of any phone.</summary>
    public Task<CommandLine.Run> BootAsync(string more, string profile = "7962", string? input = null)
    {
        Directory.CreateDirectory(PathOf("profiles"));
        File.WriteAllText(PathOf($"profiles/{profile}.json"), $$"""{ "extends": "{{profile}}", "capf": { "retryInterval": 0.001 } }""");
        return phonesim.RunAsync($"boot --profile {profile} --mac 001122334455 --mic {Vectors.PathOf("keys/phone-mic.pem")} --server {EndPoint} --http-port 0 --https-port 0 --flash {PathOf("flash")} --capf 127.0.0.1:9 --tvs 127.0.0.1:9 --profiles {PathOf("profiles")} --no-register {more}", input);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        files.Dispose();
        phonesim.Dispose();
    }
}
