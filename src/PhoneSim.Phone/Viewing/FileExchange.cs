namespace PhoneSim.Phone.Viewing;

/// <summary>A file the phone asked for.</summary>
/// <param name="Transport"><c>tftp</c>, <c>http</c>, <c>https</c>.</param>
/// <param name="Answer">As in shared/spec/cli.md; null: none yet.</param>
/// <param name="Bytes">Of the file; 0 without one.</param>
public sealed record FileExchange(string File, string Transport, string? Answer, int Bytes)
{
    public bool IsDelivered => Answer == "ok";
}
