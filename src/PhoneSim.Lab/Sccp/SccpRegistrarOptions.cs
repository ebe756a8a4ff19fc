using PhoneSim.Formats.Sccp;
using PhoneSim.Lab.Tls;

namespace PhoneSim.Lab.Sccp;

public sealed record SccpRegistrarOptions
{
    public required ISccpDevices Devices { get; init; }

    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Null: plain TCP.</summary>
    public LabTlsAcceptor? Tls { get; init; }

    public SccpMisbehaviour Misbehaviour { get; init; } = SccpMisbehaviour.None;

    /// <summary>Told of every message; called on any thread, from several at once.</summary>
    public Action<SccpMessage>? Seen { get; init; }
}
