using System.Security.Cryptography;
using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Formats.TrustLists;

/// <summary>A CTL or ITL file: the common header followed by records. Immutable.</summary>
public sealed class TrustList
{
    private SignerAnswer? last;

    private TrustList(SignedFile file, IReadOnlyList<TrustListRecord> records) => (File, Records) = (file, records);

    public SignedFile File { get; }

    public IReadOnlyList<TrustListRecord> Records { get; }

    /// <exception cref="MalformedDataException"/>
    public static TrustList Parse(ReadOnlyMemory<byte> file)
    {
        SignedFile signed = SignedFile.Parse(file);
        return new(signed, RecordReader.ReadAll(file, signed.Header.HeaderLength));
    }

    /// <summary>As <see cref="SignedFile.SignatureHolds"/>, but the last signer's answer is remembered: a fleet's phones judge one list, with one key.</summary>
    /// <param name="signer">Its key must not change afterwards.</param>
    public bool SignatureHolds(RSA signer)
    {
        SignerAnswer? known = Volatile.Read(ref last);
        if (known?.Signer == signer)
            return known.Holds;
        SignerAnswer answer = new(signer, File.SignatureHolds(signer));
        Volatile.Write(ref last, answer);
        return answer.Holds;
    }

    /// <summary>The SAST record whose serial number and issuer equal those of the header; null: the signer is not in the list.</summary>
    public TrustListRecord? FindSigner() => Records.FirstOrDefault(r => r.Role == TrustRole.Sast
        && r.IssuerName == File.Header.SignerIssuer && r.SerialNumber.Span.SequenceEqual(File.Header.SignerSerial.Span));

    private sealed record SignerAnswer(RSA Signer, bool Holds);
}
