namespace PhoneSim.Network.Faults;

/// <param name="Now">To send at once, in this order; of a foreign copy the first.</param>
/// <param name="Later">To send after the delay; null: nothing.</param>
/// <param name="Moved">The datagram had not been passed on before.</param>
internal sealed record RelayStep(RelayFate Fate, IReadOnlyList<byte[]> Now, byte[]? Later, bool Moved, bool Altered)
{
    public bool Stalls => Now.Count == 0;
}
