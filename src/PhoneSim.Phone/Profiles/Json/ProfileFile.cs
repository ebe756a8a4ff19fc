using PhoneSim.Phone.Documents;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>One file, built in or a user's; read and parsed once, when first asked.</summary>
/// <param name="file">As shown to users.</param>
/// <param name="replaced">The built-in profile of the same name that this one takes the place of; null: none.</param>
internal sealed class ProfileFile(string file, bool isBuiltIn, Func<byte[]> read, ProfileFile? replaced = null)
{
    private readonly Lazy<(ObjectNode? Profile, IReadOnlyList<DocumentError> Errors)> parsed = new(() => Parse(file, read));

    public string Name { get; } = Path.GetFileNameWithoutExtension(file);

    public string File { get; } = file;

    public bool IsBuiltIn { get; } = isBuiltIn;

    public ProfileFile? Replaced { get; } = replaced;

    /// <summary>Null: cannot be read, or is no JSON object.</summary>
    public ObjectNode? Profile => parsed.Value.Profile;

    public IReadOnlyList<DocumentError> Errors => parsed.Value.Errors;

    /// <summary>A family's file: there to be extended.</summary>
    public bool IsAbstract => Profile?.Members.GetValueOrDefault("abstract") is FlagNode { Flag: true };

    private static (ObjectNode? Profile, IReadOnlyList<DocumentError> Errors) Parse(string file, Func<byte[]> read)
    {
        try
        {
            return ProfileParser.Parse(file, read());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, [new(file, 0, 0, "", $"cannot be read: {e.Message}")]);
        }
    }
}
