namespace PhoneSim.Phone.Documents;

/// <summary>Files of the user that cannot be used (profiles, scenarios); carries every error found, not only the first.</summary>
public sealed class DocumentException(IReadOnlyList<DocumentError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<DocumentError> Errors { get; } = errors;
}
