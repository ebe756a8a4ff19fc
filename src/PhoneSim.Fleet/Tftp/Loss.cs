using PhoneSim.Fleet.Load;

namespace PhoneSim.Fleet.Tftp;

/// <summary>Which datagrams of one boot are lost: by the phone's own chance, others in each of its boots.</summary>
/// <param name="part">0 … 1.</param>
internal sealed class Loss(double part, PhoneChance chance, int boot)
{
    private const int BootQuestions = 0x1000;
    private const int DatagramQuestions = 1 << 16;

    private readonly PhoneChance own = chance.Next(BootQuestions + boot);
    private int datagrams;

    /// <summary>Asked once for each datagram, sent or received.</summary>
    public bool TakesNext() => own.Of(DatagramQuestions + datagrams++) < part;
}
