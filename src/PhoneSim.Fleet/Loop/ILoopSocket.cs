namespace PhoneSim.Fleet.Loop;

internal interface ILoopSocket
{
    /// <summary>At least one datagram, or an error, can be read. Called on the loop's thread.</summary>
    void OnReadable();
}
