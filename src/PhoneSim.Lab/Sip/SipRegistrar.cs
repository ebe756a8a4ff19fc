using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using PhoneSim.Formats;
using PhoneSim.Formats.Sip;
using PhoneSim.Lab.Database;
using PhoneSim.Lab.Tls;
using PhoneSim.Network.Sip;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Lab.Sip;

/// <summary>The lab's SIP registrar: UDP and TCP on one port, TLS on another. It registers lines, commands phones, and routes no calls.</summary>
public sealed class SipRegistrar : ILabService
{
    /// <summary>Phones keep their connections: a fleet needs many.</summary>
    private const int MaxConnections = 20_000;

    /// <summary>Tries to find one port that is free for TCP and UDP.</summary>
    private const int PortTries = 20;

    private static readonly byte[] Garbage = [0xFF, 0, .. "no SIP at all\r\n\r\n"u8];

    private readonly SipRegistrarOptions options;
    private readonly SipRegistrarRules rules;
    private readonly TimeProvider time;
    private readonly LabTlsServer tcp;
    private readonly LabTlsServer? tls;
    private readonly Socket udp;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task receiving;

    /// <param name="endPoint">Port 0: any free one.</param>
    /// <param name="securePort">For TLS; 0: any free one.</param>
    /// <exception cref="SocketException">A port is taken.</exception>
    public SipRegistrar(IPEndPoint endPoint, int securePort, SipRegistrarOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        rules = new(options, time);
        (tcp, udp) = Bind(endPoint);
        tls = options.Tls is { } acceptor ? new(new(endPoint.Address, securePort), acceptor, Service(SignallingTransport.Tls)) : null;
        receiving = ReceiveAsync();
    }

    /// <summary>Of UDP and TCP.</summary>
    public IPEndPoint EndPoint => tcp.EndPoint;

    /// <summary>Over TCP and TLS.</summary>
    public int Connections => tcp.Connections + (tls?.Connections ?? 0);

    /// <summary>Null: no TLS.</summary>
    public IPEndPoint? SecureEndPoint => tls?.EndPoint;

    /// <summary>The lines that are registered now.</summary>
    public IReadOnlyList<SipBinding> Bindings => [.. rules.Bindings.Values.Where(binding => binding.Until > time.GetUtcNow()).OrderBy(binding => binding.Line, StringComparer.Ordinal)];

    /// <summary>Sends NOTIFY with Event: service-control to a phone.</summary>
    /// <returns>False: its connection is gone.</returns>
    public async Task<bool> CommandAsync(SipBinding binding, ServiceAction action, string? versionStamp = null)
    {
        try
        {
            await binding.Send(Notify(binding, new(action, binding.CallId, versionStamp)));
            return true;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        udp.Dispose();
        await receiving;
        await tcp.DisposeAsync();
        if (tls is not null)
            await tls.DisposeAsync();
        stopping.Dispose();
    }

    private SipRequest Notify(SipBinding binding, ServiceControl control)
    {
        string self = $"sip:{SipUri.Host(EndPoint.Address.ToString())}:{EndPoint.Port}";
        string chance = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return new("NOTIFY", binding.Contact)
        {
            Headers =
            [
                new("Via", $"{SipMessage.Version}/{binding.Transport.ToString().ToUpperInvariant()} {self[4..]};branch=z9hG4bK{chance}"),
                new("From", $"<{self}>;tag={chance}"),
                new("To", $"<{binding.Contact}>"),
                new("Call-ID", $"{chance}@lab"),
                new("CSeq", "1 NOTIFY"),
                new("Max-Forwards", "70"),
                new("Event", ServiceControl.EventName),
                new("Subscription-State", "active"),
                new("Content-Type", "text/plain"),
            ],
            Body = control.Write(),
        };
    }

    private (LabTlsServer Tcp, Socket Udp) Bind(IPEndPoint endPoint)
    {
        for (int tries = 1; ; tries++)
        {
            LabTlsServer listener = new(endPoint, options.Plain, Service(SignallingTransport.Tcp));
            Socket socket = new(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                socket.Bind(listener.EndPoint);
                return (listener, socket);
            }
            catch (SocketException)
            {
                socket.Dispose();
                listener.DisposeAsync().AsTask().GetAwaiter().GetResult();
                if (endPoint.Port != 0 || tries == PortTries)
                    throw;
            }
        }
    }

    private LabTlsService Service(SignallingTransport transport) => new((stream, cancellation) => ServeAsync(stream, transport, cancellation), _ => { }, time) { MaxConnections = MaxConnections };

    private async Task ServeAsync(Stream stream, SignallingTransport transport, CancellationToken cancellation)
    {
        SipStreamChannel channel = new(stream, new("", 0), time);
        using SemaphoreSlim turn = new(1);
        while (true)
            if (await channel.ReceiveAsync(cancellation) is SipRequest request)
                await ReplyAsync(request, transport, message => InTurnAsync(turn, () => channel.SendAsync(message)), bytes => stream.WriteAsync(bytes, cancellation));
    }

    /// <summary>Answers and commands share a connection: one at a time.</summary>
    private static async Task InTurnAsync(SemaphoreSlim turn, Func<Task> send)
    {
        await turn.WaitAsync();
        try
        {
            await send();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task ReplyAsync(SipRequest request, SignallingTransport transport, Func<SipMessage, Task> send, Func<byte[], ValueTask> sendRaw)
    {
        if (options.Misbehaviour.SendsGarbage)
            await sendRaw(Garbage);
        else if (rules.Answer(request, transport, send) is { } response)
            await send(response);
    }

    private async Task ReceiveAsync()
    {
        byte[] buffer = new byte[Limits.SipMessageBytes];
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                SocketReceiveFromResult received = await udp.ReceiveFromAsync(buffer, new IPEndPoint(EndPoint.Address, 0), stopping.Token);
                options.Capture?.AddDatagram((IPEndPoint)received.RemoteEndPoint, EndPoint, buffer.AsSpan(0, received.ReceivedBytes));
                await TakeAsync(buffer.AsMemory(0, received.ReceivedBytes).ToArray(), received.RemoteEndPoint);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or MalformedDataException or LabException or ObjectDisposedException)
            {
                // A datagram that is no message, one that a closed port sent back, a phone whose record is damaged: the next one is as good as any. Or the registrar stops.
            }
        }
    }

    private Task<int> SendAsync(byte[] datagram, EndPoint phone)
    {
        options.Capture?.AddDatagram(EndPoint, (IPEndPoint)phone, datagram);
        return udp.SendToAsync(datagram, phone);
    }

    private async Task TakeAsync(byte[] datagram, EndPoint phone)
    {
        if (SipMessage.Parse(datagram) is SipRequest request)
            await ReplyAsync(request, SignallingTransport.Udp, message => SendAsync(message.Write(), phone), async bytes => await SendAsync(bytes, phone));
    }
}
