using PhoneSim.Phone.Fetching;

namespace PhoneSim.Fleet.Measure;

/// <summary>The file servers that the phones of one loop asked.</summary>
internal sealed class ServerTallies
{
    private readonly Dictionary<ServerEndPoint, ServerTally> tallies = [];

    public IReadOnlyList<ServerTally> All => [.. tallies.Values];

    public void Record(ServerEndPoint server, FetchResult result) =>
        tallies[server] = (tallies.TryGetValue(server, out ServerTally? known) ? known : new(server)).With(result);
}
