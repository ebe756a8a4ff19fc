namespace PhoneSim.Lab.Http;

/// <param name="File">As asked for, unescaped; untrusted text.</param>
/// <param name="Length">Bytes; null: not found.</param>
public sealed record HttpRequestSeen(string File, int? Length)
{
    /// <summary>Over TLS.</summary>
    public bool IsSecure { get; init; }
}
