namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 8. The servers observed ask with 0 whatever the phone has to prove (shared/vectors/capf).</summary>
public enum CapfAuthType : byte
{
    None = 0,
    Password = 1,
    NoPassword = 2,
    Lsc = 3,
    Mic = 4,
}
