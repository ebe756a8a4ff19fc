namespace PhoneSim.Lab.Database;

/// <summary>Field "Authentication Mode" of the Phone Configuration window, numbers as in <c>capfAuthMode</c>.</summary>
public enum CapfMode
{
    AuthString = 1,
    NullString = 2,
    Lsc = 3,
    Mic = 4,
}
