namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 3.</summary>
public enum CapfCertificateType : byte
{
    Lsc = 1,
    Mic = 2,
}
