namespace PhoneSim.Formats.Configuration;

/// <summary>The texts of one <c>line</c> as they are met.</summary>
internal struct LineDraft
{
    public string? Button;
    public string? Name;
    public string? DisplayName;
    public string? FeatureLabel;
    public string? AuthName;
    public string? AuthPassword;

    public readonly SipLine Line => new(ConfigurationDraft.Number(Button) ?? 0, Name ?? "", DisplayName, FeatureLabel, Credentials);

    public readonly DigestCredentials? Credentials => (AuthName, AuthPassword) is (null, null) ? null : new(AuthName ?? "", new(AuthPassword ?? ""));
}
