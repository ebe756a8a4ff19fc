using PhoneSim.Network.Faults;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Scenarios.Reading;

internal static class FaultReader
{
    public static RelayFaults Read(Fields f, ReadingContext context)
    {
        RelayFaults faults = new()
        {
            Loss = f.Share("loss"),
            Duplicate = f.Share("duplicate"),
            Reorder = f.Share("reorder"),
            Delay = f.Share("delay"),
            DelayTime = f.Seconds("delaySeconds", RelayFaults.None.DelayTime),
            WrongTransferId = f.Share("wrongTransferId"),
            Cut = f.OptionalSection("cut") is { } cut ? ReadBlock(cut, context) : null,
            Alter = f.OptionalSection("alter") is { } alter ? ReadBlock(alter, context) : null,
        };
        if (faults.Loss + faults.Duplicate + faults.Reorder + faults.Delay + faults.WrongTransferId > 1)
            f.Refuse("loss", "the shares of loss, duplicate, reorder, delay and wrongTransferId are more than 1 together");
        f.End();
        return faults;
    }

    private static FaultyBlock ReadBlock(Fields f, ReadingContext context)
    {
        FaultyBlock block = new(context.Name(f.OptionalText("file") ?? ""), f.Number("block", 1, 65535, 1), f.Number("byte", 0, 65463, 0));
        f.End();
        return block;
    }
}
