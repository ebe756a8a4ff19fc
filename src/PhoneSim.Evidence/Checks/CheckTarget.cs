using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Network;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Checks;

/// <summary>The server under test, and the phone from whose side it is looked at.</summary>
public sealed record CheckTarget
{
    private static readonly TimeSpan LeastTlsPatience = TimeSpan.FromSeconds(10);

    public required ServerEndPoint Tftp { get; init; }

    /// <summary>0: not looked at.</summary>
    public int HttpPort { get; init; }

    /// <summary>0: not looked at.</summary>
    public int HttpsPort { get; init; }

    public required DeviceName Device { get; init; }

    public required FirmwareProfile Profile { get; init; }

    /// <summary>Null: none, or not known.</summary>
    public DeviceCertificate? Lsc { get; init; }

    /// <summary>Null: not known.</summary>
    public DeviceCertificate? Mic { get; init; }

    /// <summary>Null: not known, and what needs it is skipped.</summary>
    public DeviceCertificate? Certificate => Lsc ?? Mic;

    /// <summary>Null: not known.</summary>
    public SymmetricKey? Key { get; init; }

    /// <summary>What the server should do for this phone; null: as it says itself.</summary>
    public bool? ExpectsEncryption { get; init; }

    /// <summary>The configuration must name no digest credentials.</summary>
    public bool ExpectsNoDigest { get; init; }

    /// <summary>An encrypted file of this phone from before its last change on the server; null: not known.</summary>
    public ReadOnlyMemory<byte>? EarlierFile { get; init; }

    /// <summary>Name of a file on the server that has more than 65535 blocks of 8 bytes; null: not known.</summary>
    public string? LargeFile { get; init; }

    /// <summary>CAPF sessions may be held: the server may install a certificate.</summary>
    public bool AllowChanges { get; init; }

    /// <summary>Instead of those of the configuration; null: those.</summary>
    public ServerEndPoint? Capf { get; init; }

    /// <summary>Instead of those of the configuration; null: those.</summary>
    public ServerEndPoint? Tvs { get; init; }

    public Formats.Secret? AuthString { get; init; }

    public PhoneNetworkOptions Network { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>For each answer of the server; retransmissions of the server are waited for three times as long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For a TLS connection, which costs both sides some computing.</summary>
    public TimeSpan TlsPatience => Patience * 3 > LeastTlsPatience ? Patience * 3 : LeastTlsPatience;
}
