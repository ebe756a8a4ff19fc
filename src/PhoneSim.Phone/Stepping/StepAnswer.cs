using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Stepping;

/// <summary>What a developer lets the phone believe the server answered.</summary>
public abstract record StepAnswer
{
    private const string Detail = "the developer's answer";

    public sealed record NotFound : StepAnswer;

    public sealed record TimedOut : StepAnswer;

    /// <param name="Name">Where the bytes are from, for the log.</param>
    public sealed record OtherFile(string Name, ReadOnlyMemory<byte> Content) : StepAnswer;

    /// <summary>The file that came, one byte of it inverted. Without a file, or without such a byte, the answer stays as it is.</summary>
    /// <param name="Offset">From the first byte of the file; negative: from the end.</param>
    public sealed record Corrupted(int Offset) : StepAnswer;

    /// <summary>The server has to be asked all the same.</summary>
    public bool NeedsTheFile => this is Corrupted;

    public string Words => this switch
    {
        NotFound => "file not found",
        TimedOut => "no answer at all",
        OtherFile other => $"the {other.Content.Length} bytes of {other.Name}",
        Corrupted corrupted => $"byte {corrupted.Offset} inverted",
        _ => "",
    };

    /// <param name="real">What the server answered; null: it was not asked.</param>
    public FetchResult InPlaceOf(FetchResult? real, FetchRequest request) => this switch
    {
        NotFound => new(FetchAnswer.NotFound, default, real?.Duration ?? default, 1, Detail),
        TimedOut => new(FetchAnswer.Timeout, default, real?.Duration ?? default, null, Detail),
        OtherFile other when other.Content.Length > request.SizeLimit => new(FetchAnswer.TooBig, default, real?.Duration ?? default, null, Detail),
        OtherFile other => new(FetchAnswer.Ok, other.Content, real?.Duration ?? default, null, Detail),
        Corrupted corrupted when real is not null => real with { Content = Invert(real.Content, corrupted.Offset) },
        _ => real ?? throw new InvalidOperationException("this answer needs the server's"),
    };

    private static ReadOnlyMemory<byte> Invert(ReadOnlyMemory<byte> content, int offset)
    {
        int index = offset < 0 ? content.Length + offset : offset;
        if (index < 0 || index >= content.Length)
            return content;
        byte[] copy = content.ToArray();
        copy[index] ^= 0xff;
        return copy;
    }
}
