namespace PhoneSim.Phone.Documents;

/// <summary>Where the mistakes of a file are gathered.</summary>
/// <param name="isWhole">Missing fields are mistakes; false for families of profiles, and where a file to extend is not there.</param>
public sealed class FieldErrors(ICollection<DocumentError> all, bool isWhole)
{
    public bool IsWhole { get; } = isWhole;

    public void Add(DocumentError error) => all.Add(error);

    public void Missing(DocumentError error)
    {
        if (IsWhole)
            Add(error);
    }

    /// <summary>For the fields of an object that is of the wrong type: that was said already.</summary>
    public FieldErrors Unless(bool saidAlready) => saidAlready ? new(all, isWhole: false) : this;
}
