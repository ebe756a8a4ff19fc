using PhoneSim.Formats.Dissection;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Stepping;

/// <summary>The file a pause is about.</summary>
/// <param name="Result">Null: not asked yet.</param>
public sealed record PausedFile(FetchRequest Request, TransportKind Transport, FetchResult? Result)
{
    private FileParts? parts;

    public string Name => Request.FileName;

    /// <summary>Empty: none came.</summary>
    public ReadOnlyMemory<byte> Content => Result?.Content ?? default;

    /// <summary>The file taken apart; done at the first look.</summary>
    public FileParts Parts => parts ??= FileParts.Of(Content);
}
