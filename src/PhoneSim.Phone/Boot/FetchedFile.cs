using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Boot;

public sealed record FetchedFile(string Name, TransportKind Transport, ReadOnlyMemory<byte> Content);
