using System.Net;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>A TFTP server that is there anyway. Nothing on it is changed.</summary>
internal sealed class ExternalServer(IPEndPoint endPoint) : IScenarioServer
{
    public IPEndPoint Tftp { get; } = endPoint;

    public int HttpPort => 0;

    public int HttpsPort => 0;

    /// <exception cref="System.Net.Sockets.SocketException">The name does not resolve.</exception>
    public static async Task<ExternalServer> FindAsync(ServerEndPoint server, CancellationToken cancellation) =>
        new(new((await Dns.GetHostAddressesAsync(server.Host, cancellation))[0], server.Port));

    public void Offer(IReadOnlyDictionary<string, ScenarioAnswer> answers)
    {
        // What is not the relay's to answer, the server answers.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
