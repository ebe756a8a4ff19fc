namespace PhoneSim.Formats.Tvs;

/// <summary>Tags of elements (shared/spec/tvs.md).</summary>
public enum TvsTag : byte
{
    DeviceName = 1,
    Certificate = 2,
    /// <summary>QUERY. The number is observed, the text layout inferred.</summary>
    Subject = 3,
    /// <summary>QUERY. Inferred: the element after the subject.</summary>
    Issuer = 4,
    /// <summary>QUERY. Inferred: the element after the issuer.</summary>
    SerialNumber = 5,
    Status = 7,
    Roles = 8,
    TimeToLive = 9,
}
