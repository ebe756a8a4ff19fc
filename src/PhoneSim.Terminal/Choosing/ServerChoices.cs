namespace PhoneSim.Terminal.Choosing;

/// <summary>The servers that the list of servers offers; another one can be typed.</summary>
public static class ServerChoices
{
    /// <summary>The built-in lab, among names of servers.</summary>
    public const string Lab = "built-in lab";
}
