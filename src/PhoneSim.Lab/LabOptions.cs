using System.Net;

namespace PhoneSim.Lab;

/// <summary>Where the lab's servers listen. Port 0: a free one is taken.</summary>
public sealed record LabOptions
{
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    public int TftpPort { get; init; }
}
