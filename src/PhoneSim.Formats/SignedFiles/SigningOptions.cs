namespace PhoneSim.Formats.SignedFiles;

/// <summary>What the header of a new file says besides its signer.</summary>
public sealed record SigningOptions
{
    public required string FileName { get; init; }

    public required DateTimeOffset TimeStamp { get; init; }

    public DigestAlgorithm Digest { get; init; } = DigestAlgorithm.Sha1;
}
