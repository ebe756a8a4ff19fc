namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 1; other numbers are kept as they are.</summary>
public enum CapfReason : byte
{
    NoAction = 0,
    /// <summary>Fine, or: certificate updated.</summary>
    Fine = 1,
    /// <summary>Invalid element; a wrong string; also "already issued" on call managers.</summary>
    Refused = 7,
    UnknownDevice = 9,
}
