using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.TrustLists;

public static class TrustListWriter
{
    public static readonly Version Version = new(1, 2);

    /// <param name="signerVersion">1.1 tells phones that EC keys and HTTPS on 6971 are available.</param>
    /// <exception cref="ArgumentException">The signer is no SAST entry, more than two SAST entries, or a list over 64 KB: no phone would take it.</exception>
    public static byte[] Write(IReadOnlyList<TrustListEntry> entries, SigningIdentity signer, SigningOptions options, Version signerVersion)
    {
        if (!entries.Any(e => e.Role == TrustRole.Sast && e.Certificate.Thumbprint == signer.Certificate.Thumbprint))
            throw new ArgumentException("the signer must be a SAST entry of the list", nameof(signer));
        if (entries.Count(e => e.Role == TrustRole.Sast) > 2)
            throw new ArgumentException("a trust list holds two SAST entries at most", nameof(entries));
        TlvWriter body = new();
        foreach (TrustListEntry entry in entries)
            body.AddRaw(Record(entry));
        return SignedFileWriter.Write(Version, new TlvWriter().AddVersion(HeaderTag.SignerVersion, signerVersion), new(), body.Written, signer, options);
    }

    private static ReadOnlySpan<byte> Record(TrustListEntry entry)
    {
        X509Certificate2 certificate = entry.Certificate;
        TlvWriter record = new TlvWriter().AddText(RecordTag.SubjectName, CertificateNames.Of(certificate.SubjectName))
            .AddText(RecordTag.IssuerName, CertificateNames.Of(certificate.IssuerName))
            .Add(RecordTag.SerialNumber, CertificateNames.SerialNumber(certificate).Span)
            .AddUInt16(RecordTag.Role, (int)entry.Role)
            .Add(RecordTag.PublicKey, certificate.PublicKey.EncodedKeyValue.RawData)
            .Add(RecordTag.Signature, SignatureValue(certificate))
            .Add(RecordTag.Certificate, certificate.RawData);
        return new TlvWriter().AddUInt16(RecordTag.RecordLength, record.Length + 5).AddRaw(record.Written).Written;
    }

    /// <summary>The third element of an X.509 certificate (RFC 5280 4.1.1.3).</summary>
    private static byte[] SignatureValue(X509Certificate2 certificate)
    {
        AsnReader reader = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
        reader.ReadEncodedValue();
        reader.ReadEncodedValue();
        return reader.ReadBitString(out _);
    }
}
