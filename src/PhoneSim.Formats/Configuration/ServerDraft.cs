namespace PhoneSim.Formats.Configuration;

/// <summary>The texts of one server as they are met: a call manager, a CAPF or a TVS server.</summary>
internal struct ServerDraft
{
    public string? Priority;
    public string? Host;

    /// <summary>Of a call manager without <see cref="Host"/>.</summary>
    public string? OtherHost;
    public string? Port;
    public string? SipPort;
    public string? SecuredSipPort;

    public readonly int Rank => ConfigurationDraft.Number(Priority) ?? int.MaxValue;

    public readonly CallManager? CallManager => (Host ?? OtherHost) is { Length: > 0 } host
        ? new(Rank, host, ConfigurationDraft.Number(SipPort) ?? 5060, ConfigurationDraft.Number(SecuredSipPort) ?? 5061, ConfigurationDraft.Number(Port) ?? 2000)
        : null;

    /// <summary>Null: it has no name.</summary>
    public readonly ServerAddress? Address(int defaultPort) => Host is { Length: > 0 } ? new(Host, ConfigurationDraft.Number(Port) ?? defaultPort) : null;
}
