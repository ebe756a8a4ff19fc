namespace PhoneSim.Phone.Profiles;

public sealed record TrustProfile
{
    public required bool AsksCtl { get; init; }

    /// <summary>ITLSEP, then ITLFile.tlv when that one is missing. False: 6901, 6911 (seed).</summary>
    public required bool AsksItl { get; init; }

    /// <summary>Requests for a missing CTL while the device security mode is authenticated or encrypted.</summary>
    public int CtlAttemptsWhenSecure { get; init; } = 4;

    /// <summary>Bytes; larger lists are refused.</summary>
    public int SizeLimit { get; init; } = 65536;

    public int MaxSastRecords { get; init; } = 2;
}
