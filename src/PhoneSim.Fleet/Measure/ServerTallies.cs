using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Fleet.Measure;

/// <summary>The file servers that the phones of one loop asked.</summary>
internal sealed class ServerTallies
{
    private readonly Dictionary<ServerEndPoint, ServerTally> tallies = [];

    public IReadOnlyList<ServerTally> All => [.. tallies.Values];

    /// <returns>Whether one of the requests stayed without an answer.</returns>
    public bool Record(IReadOnlyList<FileRequest> requests)
    {
        bool missed = false;
        foreach (FileRequest request in requests)
        {
            tallies[request.Server] = (tallies.TryGetValue(request.Server, out ServerTally? known) ? known : new(request.Server)).With(request.Result);
            missed |= ServerTally.IsMissing(request.Result);
        }

        return missed;
    }
}
