namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 18.</summary>
public enum CapfCurve : byte
{
    P256 = 0,
    P384 = 1,
    P521 = 2,
}
