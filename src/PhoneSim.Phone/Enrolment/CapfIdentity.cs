using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Enrolment;

/// <summary>What the phone brings into a session: a snapshot of its flash and of what was typed.</summary>
public sealed record CapfIdentity
{
    public required DeviceName Device { get; init; }

    public required CapfAuthentication Authentication { get; init; }

    /// <summary>Sent in mode <see cref="CapfAuthentication.AuthString"/> only.</summary>
    public Secret? AuthString { get; init; }

    public DeviceCertificate? Lsc { get; init; }

    public DeviceCertificate? Mic { get; init; }

    /// <summary>Sizes of RSA keys the load makes, bits; empty: any from 512 to 4096.</summary>
    public IReadOnlyList<int> RsaKeyBits { get; init; } = [];

    /// <summary>Curves of EC keys the phone makes now; empty: the load knows none, or the ITL's signer version is not 1.1.</summary>
    public IReadOnlyList<CapfCurve> Curves { get; init; } = [];

    public bool NeedsCertificate => Authentication is CapfAuthentication.ExistingLscFirst or CapfAuthentication.ExistingMic;

    /// <summary>The one certificate that is tried; null in the other modes, or when there is none.</summary>
    public DeviceCertificate? ProofCertificate => Authentication switch
    {
        CapfAuthentication.ExistingLscFirst => Lsc ?? Mic,
        CapfAuthentication.ExistingMic => Mic,
        _ => null,
    };

    public Secret Password => Authentication == CapfAuthentication.AuthString && AuthString is not null ? AuthString : new Secret("");

    /// <summary>Null: the phone can make such a key.</summary>
    public string? WhyNot(CapfKeySpec key) => key switch
    {
        { Curve: { } curve } when !Curves.Contains(curve) => "EC keys need a load that knows them and an ITL of signer version 1.1",
        { RsaBits: { } bits } when bits is < 512 or > 4096 || bits % 64 != 0 => $"RSA keys have 512 to 4096 bits, not {bits}",
        { RsaBits: { } bits } when RsaKeyBits.Count > 0 && !RsaKeyBits.Contains(bits) => $"this load makes RSA keys of {string.Join(", ", RsaKeyBits)} bits, not {bits}",
        _ => null,
    };
}
