using System.Net;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Explain;

/// <summary>A file asked for and what came, as seen on the wire.</summary>
/// <param name="File">The name asked; of a URL, what stands behind the last slash. As it came: control characters included.</param>
public sealed record ObservedRequest(DateTimeOffset Time, TransportKind Transport, IPEndPoint Client, IPEndPoint Server, string File)
{
    /// <summary>From the first request to the last packet of the answer.</summary>
    public TimeSpan Took { get; init; }

    public FetchAnswer Answer { get; init; }

    /// <summary>TFTP error number or HTTP status where the answer has one.</summary>
    public int? Code { get; init; }

    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>False: the capture lacks a piece of it, so that nothing can be said about its content.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>What was not as in the RFC, in words.</summary>
    public IReadOnlyList<string> Anomalies { get; init; } = [];

    /// <summary>Of HTTP; empty: none.</summary>
    public string UserAgent { get; init; } = "";

    public FetchResult Result => new(Answer, Content, Took, Code);
}
