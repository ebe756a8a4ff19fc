using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Trust;

/// <summary>What CTL and ITL in flash, used together, vouch for.</summary>
public sealed class TrustStore(FlashContents flash)
{
    private readonly IEnumerable<TrustList> lists = new[] { flash.Ctl, flash.Itl }.OfType<TrustList>();

    public bool IsEmpty => !lists.Any();

    public IEnumerable<TrustListRecord> Records => lists.SelectMany(list => list.Records);

    /// <summary>A record of role TFTP or CCM+TFTP that carries a certificate: the phone then asks signed names.</summary>
    public bool HasTftpCertificate => Records.Any(r => MaySignFiles(r.Role) && !r.Certificate.IsEmpty);

    /// <summary>The record of that issuer and serial number whose role may sign trust lists; null: unknown.</summary>
    public TrustListRecord? FindTrustListSigner(FileHeader header) => Find(header, role => role == TrustRole.Sast);

    /// <summary>The record of that issuer and serial number whose role may sign configuration files; null: unknown.</summary>
    public TrustListRecord? FindFileSigner(FileHeader header) => Find(header, MaySignFiles);

    /// <summary>True when a record of the role carries exactly this certificate (X.509 DER).</summary>
    public bool Knows(ReadOnlySpan<byte> certificate, TrustRole role)
    {
        foreach (TrustListRecord record in Records)
            if (record.Role == role && record.Certificate.Span.SequenceEqual(certificate))
                return true;
        return false;
    }

    private static bool MaySignFiles(TrustRole role) => role is TrustRole.Tftp or TrustRole.CcmTftp;

    private TrustListRecord? Find(FileHeader header, Func<TrustRole, bool> role) => Records.FirstOrDefault(r =>
        role(r.Role) && r.IssuerName == header.SignerIssuer && r.SerialNumber.Span.SequenceEqual(header.SignerSerial.Span));
}
