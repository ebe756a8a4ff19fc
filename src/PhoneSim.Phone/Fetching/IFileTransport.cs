namespace PhoneSim.Phone.Fetching;

/// <summary>Fetches one file whole. What a server does wrong is a <see cref="FetchAnswer"/>, never an exception.</summary>
public interface IFileTransport
{
    TransportKind Kind { get; }

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation);
}
