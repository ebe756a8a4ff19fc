using System.Net;

namespace PhoneSim.Lab.Tftp;

/// <param name="File">Without control characters.</param>
/// <param name="Answer">As in shared/spec/cli.md: <c>ok</c>, <c>not-found</c>, <c>error-4</c>, <c>aborted</c>.</param>
/// <param name="Length">Bytes of the file; null: none was sent.</param>
public sealed record TftpRequestSeen(IPEndPoint Client, string File, string Answer, int? Length = null);
