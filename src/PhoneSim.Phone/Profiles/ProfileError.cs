namespace PhoneSim.Phone.Profiles;

/// <param name="Line">1 is the first.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record ProfileError(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
