using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration;

/// <summary>How a phone reaches its call managers.</summary>
public sealed record RegistrationOptions
{
    public required ISignallingConnector<SipMessage> Sip { get; init; }

    public required ISignallingConnector<SccpMessage> Sccp { get; init; }

    /// <summary>Identifiers and waits by chance; seeded for this phone alone.</summary>
    public required Random Chance { get; init; }

    public RegistrationSettings Settings { get; init; } = new();

    /// <summary>Used instead of the call managers that the configuration names; null: those.</summary>
    public IReadOnlyList<ServerEndPoint>? CallManagers { get; init; }
}
