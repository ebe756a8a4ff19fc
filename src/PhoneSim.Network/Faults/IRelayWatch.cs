namespace PhoneSim.Network.Faults;

/// <summary>Told by a relay how the transfers fare; called on any thread.</summary>
public interface IRelayWatch
{
    /// <summary>A datagram was lost or held back: both sides may be waiting for something that does not come.</summary>
    void Stalled();

    /// <summary>A datagram went through that had been passed on before: the other side may do without an answer to it.</summary>
    void Repeated();

    /// <summary>A datagram that had not been passed on before went through.</summary>
    void Moved();
}
