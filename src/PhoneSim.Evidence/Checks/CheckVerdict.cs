namespace PhoneSim.Evidence.Checks;

public enum CheckVerdict
{
    Pass,
    Fail,
    /// <summary>Not tried; the reason names what would enable it.</summary>
    Skip,
}
