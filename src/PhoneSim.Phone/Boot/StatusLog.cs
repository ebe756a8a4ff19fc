namespace PhoneSim.Phone.Boot;

public static class StatusLog
{
    /// <summary>Status messages a phone keeps (documented for the 8800 and 6901/6911).</summary>
    public const int Kept = 30;
}
