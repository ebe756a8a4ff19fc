namespace PhoneSim.Phone.Profiles;

/// <summary>Where and how the load registers unless its configuration names something else.</summary>
public sealed record RegistrationProfile
{
    /// <summary>The call manager's port for TCP and UDP.</summary>
    public int Port { get; init; } = 5060;

    /// <summary>For TLS.</summary>
    public int SecurePort { get; init; } = 5061;

    /// <summary>Asked of a SIP registrar.</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromHours(1);
}
