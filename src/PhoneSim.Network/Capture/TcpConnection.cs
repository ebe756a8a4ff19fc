using System.Net;

namespace PhoneSim.Network.Capture;

/// <param name="Local">This machine's end.</param>
internal sealed record TcpConnection(Stream Stream, IPEndPoint? Local);
