using PhoneSim.Lab;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>
/// Ports for a cluster that keeps them while its services start again. They lie below those that a system gives out by itself (49152 and up by RFC 6335, 32768 and up on Linux): one of those
/// could be another socket's as soon as a service lets go of it.
/// </summary>
internal static class LastingPorts
{
    private const int Lowest = 20000;
    private const int Count = 12000;

    /// <summary>Processes begin far from each other, those with neighbouring numbers too, so that they seldom meet.</summary>
    private static int next = Environment.ProcessId % Count * 2053;

    /// <summary>Each port is given out once, until all were.</summary>
    public static LabOptions Take() => new()
    {
        TftpPort = Port(), HttpPort = Port(), HttpsPort = Port(), CapfPort = Port(), TvsPort = Port(), SipPort = Port(), SecureSipPort = Port(), SccpPort = Port(), SecureSccpPort = Port(),
    };

    private static int Port() => Lowest + (int)((uint)Interlocked.Increment(ref next) % Count);
}
