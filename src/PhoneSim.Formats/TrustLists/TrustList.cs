using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Formats.TrustLists;

/// <summary>A CTL or ITL file: the common header followed by records. Immutable.</summary>
public sealed class TrustList
{
    private TrustList(SignedFile file, IReadOnlyList<TrustListRecord> records) => (File, Records) = (file, records);

    public SignedFile File { get; }

    public IReadOnlyList<TrustListRecord> Records { get; }

    /// <exception cref="MalformedDataException"/>
    public static TrustList Parse(ReadOnlyMemory<byte> file)
    {
        SignedFile signed = SignedFile.Parse(file);
        return new(signed, RecordReader.ReadAll(file, signed.Header.HeaderLength));
    }

    /// <summary>The SAST record whose serial number and issuer equal those of the header; null: the signer is not in the list.</summary>
    public TrustListRecord? FindSigner() => Records.FirstOrDefault(r => r.Role == TrustRole.Sast
        && r.IssuerName == File.Header.SignerIssuer && r.SerialNumber.Span.SequenceEqual(File.Header.SignerSerial.Span));
}
