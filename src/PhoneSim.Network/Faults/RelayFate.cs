namespace PhoneSim.Network.Faults;

/// <summary>What becomes of one datagram.</summary>
internal enum RelayFate
{
    Passed,
    Lost,
    Doubled,
    Reordered,
    Delayed,
    Foreign,
}
