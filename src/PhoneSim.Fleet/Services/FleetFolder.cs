using PhoneSim.Fleet.Load;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet.Services;

/// <summary>
/// Holds the folder of a fleet's flash while it runs: two fleets at once would each write over what the other wrote. A whole fleet has its folder alone, a shard shares it with the other shards. Shards of
/// different counts are not told apart: 0/2 and 1/4 may have phones in common.
/// </summary>
internal sealed class FleetFolder : IDisposable
{
    private readonly List<FileStream> held = [];

    /// <exception cref="FlashInUseException"/>
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public FleetFolder(string folder, Shard shard)
    {
        Directory.CreateDirectory(folder);
        if (shard.Count > 1)
            Hold(folder, "fleet.lock", FileAccess.Read, FileShare.Read);
        Hold(folder, shard.Count == 1 ? "fleet.lock" : $"fleet-{shard.Index}-of-{shard.Count}.lock", FileAccess.ReadWrite, FileShare.None);
    }

    public void Dispose() => held.ForEach(file => file.Dispose());

    private void Hold(string folder, string name, FileAccess access, FileShare share)
    {
        string path = Path.Combine(folder, name);
        try
        {
            held.Add(new(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException) when (File.Exists(path))
        {
            Dispose();
            throw new FlashInUseException(folder, holder: "");
        }
    }
}
