namespace PhoneSim.Formats.Configuration;

public sealed record DigestCredentials(string User, Secret Password)
{
    public bool IsBlank => User.Length == 0 && Password.IsEmpty;
}
