namespace PhoneSim.Phone.Trust;

/// <summary>What the phone thinks of a configuration file's signature; the words of <c>signature</c> in shared/spec/cli.md.</summary>
public enum SignatureVerdict
{
    Valid,
    Invalid,
    /// <summary>Neither CTL nor ITL has the signer with role TFTP or CCM+TFTP, and TVS did not vouch for it.</summary>
    UnknownSigner,
    /// <summary>The profile does not verify.</summary>
    Ignored,
    Absent,
    /// <summary>Signed with a digest this load cannot verify; counts as invalid.</summary>
    DigestUnsupported,
}
