using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>What can be seen of a phone when an <c>expect</c> is reached: since its last start, and now.</summary>
public sealed record Moment
{
    /// <summary>Null: the phone was not on yet.</summary>
    public required BootReport? Report { get; init; }

    public required FlashContents Flash { get; init; }

    /// <summary>Since the last start.</summary>
    public required IReadOnlyList<PhoneEvent> Events { get; init; }

    /// <summary>What each name gave before the last start.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Earlier { get; init; }

    /// <summary>Lines of the display.</summary>
    public required IReadOnlyList<string> Screen { get; init; }

    /// <summary>What the phone or the lab would not do, since the last <c>expect</c> that asked.</summary>
    public required IReadOnlyList<string> Refusals { get; init; }

    /// <summary>The last start in the phone's own time.</summary>
    public required TimeSpan Took { get; init; }

    public IReadOnlyList<FileRequest> Requests => Report?.Findings.Requests ?? [];

    /// <summary>The transport is named where it is not TFTP.</summary>
    public IEnumerable<string> Files => Requests.Select(r => $"{r.File}: {(r.Transport == TransportKind.Tftp ? "" : $"{EventText.Name(r.Transport)} ")}{r.Result.AnswerText}");

    /// <summary>The configuration in use, or the last one judged; null: none came and none was in flash.</summary>
    public ConfigurationFinding? Configuration => Report switch
    {
        { Findings.FromFlash: true, Flash.Configuration: { } stored } => new() { File = stored.FileName, Configuration = stored.Configuration, Encrypted = ConfigurationReader.IsEncryptedName(stored.FileName) },
        { Findings.Configuration: { } finding } => finding,
        _ => null,
    };

    /// <summary>Of the file that came last, in use or not.</summary>
    public string SignatureWord => (Report?.Findings.Configuration?.Signature ?? SignatureVerdict.Absent).Word;

    public string CtlWord => Report?.Findings.Ctl?.Word ?? "none";

    public string ItlWord => Report?.Findings.Itl?.Word ?? "none";

    public IEnumerable<string> Capf => Report?.Findings.Capf.Select(c => $"{c.Reason}: {c.Result.OperationWord} {c.Result.Word}") ?? [];

    public IEnumerable<string> Tvs => Events.OfType<TvsAsked>().Where(e => e.File is not null).Select(e => $"{e.File}: {e.Verdict.Status.ToString().ToLowerInvariant()}");

    public IEnumerable<string> EventLines => Events.Select(EventLine.Of);

    public IEnumerable<string> Changed => Again(same: false);

    public IEnumerable<string> Unchanged => Again(same: true);

    private IEnumerable<string> Again(bool same) =>
        Requests.Where(r => r.Result.Answer == FetchAnswer.Ok && Earlier.TryGetValue(r.File, out ReadOnlyMemory<byte> earlier) && earlier.Span.SequenceEqual(r.Result.Content.Span) == same).Select(r => r.File);
}
