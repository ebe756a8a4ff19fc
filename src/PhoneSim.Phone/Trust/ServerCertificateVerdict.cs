namespace PhoneSim.Phone.Trust;

/// <param name="Why">Who vouches for the certificate, or what is wrong with it; a phrase without a full stop.</param>
public sealed record ServerCertificateVerdict(bool IsTrusted, string Why);
