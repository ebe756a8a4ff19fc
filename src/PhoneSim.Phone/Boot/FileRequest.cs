using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Boot;

/// <summary>One request of a run and its answer, for the report.</summary>
public sealed record FileRequest(string File, TransportKind Transport, ServerEndPoint Server, FetchResult Result);
