namespace PhoneSim.Phone.Profiles;

/// <summary>Profiles that cannot be used; carries every error found, not only the first.</summary>
public sealed class ProfileException(IReadOnlyList<ProfileError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<ProfileError> Errors { get; } = errors;
}
