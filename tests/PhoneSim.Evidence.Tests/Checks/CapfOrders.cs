using PhoneSim.Lab.Capf;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>Orders by a rule of the test; nothing is kept.</summary>
internal sealed class CapfOrders(Func<string, CapfOrder?> find) : ICapfOrders
{
    public CapfOrder? Find(string deviceName) => find(deviceName);

    public void Record(CapfReport report)
    {
        // The order stands for ever.
    }
}
