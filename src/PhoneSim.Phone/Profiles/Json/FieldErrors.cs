namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Where the mistakes of a profile are gathered.</summary>
/// <param name="isWhole">Missing fields are mistakes; false for families, and where a file to extend is not there.</param>
internal sealed class FieldErrors(List<ProfileError> all, bool isWhole)
{
    public bool IsWhole { get; } = isWhole;

    public void Add(ProfileError error) => all.Add(error);

    public void Missing(ProfileError error)
    {
        if (IsWhole)
            Add(error);
    }

    /// <summary>For the fields of an object that is of the wrong type: that was said already.</summary>
    public FieldErrors Unless(bool saidAlready) => saidAlready ? new(all, isWhole: false) : this;
}
