using System.Collections.Concurrent;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Capf;

/// <summary>Orders that live as long as the process. One that succeeded is done: no operation is left.</summary>
public sealed class MemoryCapfOrders : ICapfOrders
{
    private readonly ConcurrentDictionary<string, CapfOrder> orders = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<CapfReport> reports = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<CapfReport> Reports => reports;

    public void Set(string deviceName, CapfOrder order) => orders[deviceName] = order;

    public CapfOrder? Find(string deviceName) => orders.GetValueOrDefault(deviceName);

    public void Record(CapfReport report)
    {
        reports.Enqueue(report);
        if (report.Succeeded && orders.TryGetValue(report.DeviceName, out CapfOrder? order))
            orders[report.DeviceName] = order with { Operation = CapfOperation.None };
    }
}
