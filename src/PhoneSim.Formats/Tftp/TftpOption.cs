namespace PhoneSim.Formats.Tftp;

/// <summary>RFC 2347.</summary>
/// <param name="Name">Lower case: <c>blksize</c>, <c>tsize</c>, <c>timeout</c>, <c>windowsize</c>.</param>
public sealed record TftpOption(string Name, string Value)
{
    public const string BlockSize = "blksize";
    public const string TransferSize = "tsize";
    public const string Timeout = "timeout";
    public const string WindowSize = "windowsize";
}
