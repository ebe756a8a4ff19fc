using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Lint;

/// <summary>A CTL or ITL: who signed it, who is in it, who is missing.</summary>
internal sealed class TrustListLint(TrustList list, LintInput input, LintFindings findings)
{
    /// <summary>Told by the file's name; a list of any other name counts as ITL.</summary>
    private readonly bool isCtl = input.Name.StartsWith("CTL", StringComparison.OrdinalIgnoreCase);

    private FirmwareProfile Profile => input.Profile;

    private string Kind => isCtl ? "CTL" : "ITL";

    public void Read()
    {
        if (!(isCtl ? Profile.Trust.AsksCtl : Profile.Trust.AsksItl))
            findings.Add(LintRules.TrustNotAsked, $"a {Profile.Name} asks for no {Kind}");
        if (list.File.Header.FileName is { } name && !name.StartsWith(Kind, StringComparison.OrdinalIgnoreCase))
            findings.Add(LintRules.FileName, $"its header says {name}", $"name it {Kind}File.tlv in the header, for a phone's own list too");
        LintSigner();
        foreach ((int index, TrustListRecord record) in list.Records.Index())
            Lint(record, new(Record: index + 1, Offset: record.Offset));
        LintRoles();
    }

    private void LintSigner()
    {
        if (list.FindSigner() is not { } signer)
            findings.Add(LintRules.TrustSigner, $"signed by {list.File.Header.SignerName}, serial {Convert.ToHexStringLower(list.File.Header.SignerSerial.Span)}, and no SAST record has that issuer and serial number: phones refuse the list", "sign it with the key of a SAST record, or add the signer as SAST");
        else if (!TrustListJudge.Holds(list, signer))
            findings.Add(LintRules.TrustSignature, $"the signature does not hold with the key of {signer.SubjectName}: phones keep the list they have", "make the list anew: phonesim trustlist");
        int[] sast = [.. list.Records.Index().Where(r => r.Item.Role == TrustRole.Sast).Select(r => r.Index)];
        if (sast.Length > Profile.Trust.MaxSastRecords)
            findings.Add(LintRules.TrustSastCount, new LintPlace(Record: sast[^1] + 1, Offset: list.Records[sast[^1]].Offset), $"{sast.Length} SAST records, and a {Profile.Name} takes {Profile.Trust.MaxSastRecords}", "keep the signer and one spare");
    }

    private void Lint(TrustListRecord record, LintPlace place)
    {
        if (!Enum.IsDefined(record.Role))
            findings.Add(LintRules.TrustRole, place, $"role {(int)record.Role} of {record.SubjectName} is not known");
        if (RecordCertificates.WhyNotItsOwn(record) is { } wrong)
            findings.Add(LintRules.TrustCertificate, place, wrong, "put the certificate in again");
        else if (RecordCertificates.WhyOutOfDate(record, input.Now) is { } old)
            findings.Add(LintRules.TrustExpired, place, $"{old}: servers that show it are refused, many loads do not look otherwise", "renew it and make the list anew");
    }

    private void LintRoles()
    {
        if (!Has(TrustRole.Tftp, TrustRole.CcmTftp))
            findings.Add(LintRules.TrustTftp, "no record of role TFTP or CCM+TFTP with a certificate: phones ask plain names and can judge no signed file", $"add the certificate that signs the files: phonesim trustlist --ccm-tftp PEM");
        if (isCtl && !Has(TrustRole.Ccm, TrustRole.CcmTftp))
            findings.Add(LintRules.TrustCcm, "no record of role CCM or CCM+TFTP: phones cannot register over TLS", "add it: phonesim trustlist --ccm PEM");
        if (Profile.Certificates.SupportsLsc && !Has(TrustRole.Capf))
            findings.Add(LintRules.TrustCapf, "no record of role CAPF: phones enrol only where the other list or TVS vouches for the server", "add it: phonesim trustlist --capf PEM");
        if (!isCtl && Profile.Tvs.Asks && !Has(TrustRole.Tvs))
            findings.Add(LintRules.TrustTvs, "no record of role TVS: phones believe no TVS server", "add it: phonesim trustlist --tvs PEM");
    }

    private bool Has(params ReadOnlySpan<TrustRole> roles)
    {
        foreach (TrustListRecord record in list.Records)
            if (roles.Contains(record.Role) && !record.Certificate.IsEmpty)
                return true;
        return false;
    }
}
