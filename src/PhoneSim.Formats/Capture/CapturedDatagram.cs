using System.Net;

namespace PhoneSim.Formats.Capture;

/// <summary>A UDP datagram.</summary>
public sealed record CapturedDatagram(DateTimeOffset Time, IPEndPoint From, IPEndPoint To, ReadOnlyMemory<byte> Payload);
