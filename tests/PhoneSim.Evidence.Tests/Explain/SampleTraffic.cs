using System.Net;
using System.Text;
using PhoneSim.Evidence.Explain;
using PhoneSim.Formats.Capture;
using PhoneSim.Formats.Tftp;
using PhoneSim.Network.Capture;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Explain;

/// <summary>A capture made packet by packet: a phone at 192.0.2.7, a server at 192.0.2.1.</summary>
internal sealed class SampleTraffic : IDisposable
{
    public const string Device = "SEP001122334455";

    public static readonly IPEndPoint Server = new(IPAddress.Parse("192.0.2.1"), 69);

    private static readonly ProfileStore Profiles = new();

    private readonly MemoryStream output = new();
    private readonly PacketCapture capture;
    private int port = 40000;

    public SampleTraffic() => capture = new(output, "test", "");

    public static ExplainOptions Options(string? profile = "7962") => new() { Profiles = Profiles, Profile = profile is null ? null : Profiles.Find(profile) };

    public IPEndPoint Phone => new(IPAddress.Parse("192.0.2.7"), port);

    /// <summary>The server's end of the transfer.</summary>
    public IPEndPoint TransferId => new(Server.Address, port + 1000);

    /// <summary>A request from a new port.</summary>
    public SampleTraffic Ask(string file)
    {
        port++;
        return AskAgain(file);
    }

    public SampleTraffic AskAgain(string file) => Sent(TftpPackets.ReadRequest(file, []), Server);

    public SampleTraffic NotFound() => Came(TftpPackets.Error(TftpErrorCode.FileNotFound, "File not found"));

    public SampleTraffic Deliver(byte[] content)
    {
        for (int block = 1; block <= (content.Length / 512) + 1; block++)
            Block(block, content).Sent(TftpPackets.Acknowledgement((ushort)block), TransferId);
        return this;
    }

    public SampleTraffic Block(int number, byte[] content, IPEndPoint? from = null)
    {
        int start = (number - 1) * 512;
        return Came([0, 3, (byte)(number >> 8), (byte)number, .. content.AsSpan(start, Math.Min(512, content.Length - start))], from);
    }

    public SampleTraffic Sent(byte[] packet, IPEndPoint to)
    {
        capture.AddDatagram(Phone, to, packet);
        return this;
    }

    public SampleTraffic Came(byte[] packet, IPEndPoint? from = null)
    {
        capture.AddDatagram(from ?? TransferId, Phone, packet);
        return this;
    }

    /// <summary>A connection on which the phone says the one and hears the other.</summary>
    public SampleTraffic Tcp(int serverPort, string question, byte[] answer)
    {
        port++;
        using MemoryStream transport = new();
        using Stream wire = capture.Tap(transport, Phone, new(Server.Address, serverPort));
        wire.Write(Encoding.ASCII.GetBytes(question));
        transport.SetLength(0);
        transport.Write(answer);
        transport.Position = 0;
        wire.CopyTo(Stream.Null);
        return this;
    }

    public SampleTraffic Http(string file, string head, byte[] body) =>
        Tcp(6970, $"GET /{file} HTTP/1.1\r\nHost: 192.0.2.1\r\nUser-Agent: Cisco/CP-8845\r\n\r\n", [.. Encoding.ASCII.GetBytes(head + "\r\n\r\n"), .. body]);

    public SampleTraffic TrustList(string vectors = "sha1") => Ask($"CTL{Device}.tlv").NotFound().Ask($"ITL{Device}.tlv").Deliver(Vectors.Bytes($"{vectors}/ITLFile.tlv"));

    public byte[] ToBytes()
    {
        Dispose();
        return output.ToArray();
    }

    public void Dispose()
    {
        capture.Dispose();
        output.Dispose();
    }

    public ExplainedPhone Explain(ExplainOptions? options = null) => ExplainAll(ToBytes(), options).Single();

    public static IReadOnlyList<ExplainedPhone> ExplainAll(byte[] file, ExplainOptions? options = null) => CaptureStory.Of(CaptureConversations.Of(CaptureFile.Parse(file)), options ?? Options());
}
