namespace PhoneSim.Formats.TrustLists;

/// <summary>Role of a trust list record, numbers as in tag 4 (shared/spec/files.md 2). Unknown numbers are kept as they are.</summary>
public enum TrustRole : ushort
{
    /// <summary>System Administrator Security Token: signs trust lists; at most two in one list.</summary>
    Sast = 0,
    Ccm = 1,
    CcmTftp = 2,
    /// <summary>RSA key: signs configuration and other files. EC key: HTTPS server on 6971.</summary>
    Tftp = 3,
    Capf = 4,
    AppServer = 7,
    Tvs = 21,
}
