using PhoneSim.Fleet.Load;

namespace PhoneSim.Fleet.Tftp;

/// <summary>Which datagrams of a transfer are lost: by chance, the same ones for the same seed, file and order.</summary>
internal sealed class Loss(double part, ulong seed)
{
    public bool IsOn => part > 0;

    /// <param name="transfer">A number of the transfer's own.</param>
    /// <param name="datagram">Its datagrams, counted.</param>
    public bool Takes(ulong transfer, int datagram) => part > 0 && new PhoneChance(seed, transfer).Of(datagram) < part;
}
