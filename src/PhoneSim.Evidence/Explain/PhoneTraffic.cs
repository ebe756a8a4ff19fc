namespace PhoneSim.Evidence.Explain;

/// <param name="Name">Of the phone, when a file name tells it; else its address.</param>
/// <param name="Requests">In order.</param>
/// <param name="Connections">In order.</param>
public sealed record PhoneTraffic(string Name, string Address, IReadOnlyList<ObservedRequest> Requests, IReadOnlyList<ObservedConnection> Connections);
