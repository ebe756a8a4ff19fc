namespace PhoneSim.Formats.Tvs;

/// <summary>Third byte of a message (shared/spec/tvs.md).</summary>
public enum TvsCommand : byte
{
    VerifyRequest = 1,
    VerifyResponse = 2,
    /// <summary>Seen from an 8861; the layout of its elements is inferred.</summary>
    QueryRequest = 3,
    QueryResponse = 4,
}
