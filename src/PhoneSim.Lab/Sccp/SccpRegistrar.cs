using System.Collections.Concurrent;
using System.Net;
using PhoneSim.Formats.Sccp;
using PhoneSim.Lab.Tls;
using PhoneSim.Network.Sccp;

namespace PhoneSim.Lab.Sccp;

/// <summary>The lab's SCCP call manager: registers devices, answers keep-alives, resets phones. No lines, no calls.</summary>
public sealed class SccpRegistrar : ILabService
{
    /// <summary>Phones keep their connections: a fleet needs many.</summary>
    private const int MaxConnections = 20_000;

    private static readonly byte[] Garbage = [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0];

    private readonly SccpRegistrarOptions options;
    private readonly TimeProvider time;
    private readonly LabTlsServer server;
    private readonly ConcurrentDictionary<string, SccpPeer> devices = new(StringComparer.Ordinal);

    /// <param name="endPoint">Port 0: any free one.</param>
    public SccpRegistrar(IPEndPoint endPoint, SccpRegistrarOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        server = new(endPoint, options.Tls, new(ServeAsync, _ => { }, time) { MaxConnections = MaxConnections });
    }

    public IPEndPoint EndPoint => server.EndPoint;

    public int Connections => server.Connections;

    /// <summary>Names of the devices that are registered now.</summary>
    public IReadOnlyList<string> Devices => [.. devices.Keys.Order(StringComparer.Ordinal)];

    /// <returns>False: it is not registered, or its connection is gone.</returns>
    public async Task<bool> ResetAsync(string deviceName, SccpResetType type)
    {
        if (!devices.TryGetValue(deviceName, out SccpPeer? peer))
            return false;
        try
        {
            await peer.SendAsync(new SccpReset(type).ToMessage());
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        SccpChannel channel = new(stream, new("", 0), time);
        using SccpPeer peer = new(channel);
        try
        {
            while (true)
            {
                SccpMessage message = await channel.ReceiveAsync(cancellation);
                options.Seen?.Invoke(message);
                if (options.Misbehaviour.SendsGarbage)
                    await stream.WriteAsync(Garbage, cancellation);
                else if (!options.Misbehaviour.IsSilent)
                    await TakeAsync(message, peer);
            }
        }
        finally
        {
            Forget(peer);
        }
    }

    private Task TakeAsync(SccpMessage message, SccpPeer peer) => message.Id switch
    {
        SccpMessageId.Register => RegisterAsync(SccpRegister.Read(message), peer),
        SccpMessageId.KeepAlive when !options.Misbehaviour.IgnoresKeepAlives => peer.SendAsync(new(SccpMessageId.KeepAliveAck, default)),
        SccpMessageId.Unregister => UnregisterAsync(peer),
        _ => Task.CompletedTask,
    };

    private async Task RegisterAsync(SccpRegister register, SccpPeer peer)
    {
        if (!options.Devices.Knows(register.DeviceName))
        {
            await peer.SendAsync(new SccpRegisterReject("Device not configured").ToMessage());
            return;
        }

        (peer.Device, devices[register.DeviceName]) = (register.DeviceName, peer);
        await peer.SendAsync(new SccpRegisterAck(options.KeepAlive, "D/M/Y", options.KeepAlive, register.ProtocolVersion).ToMessage());
        await peer.SendAsync(new(SccpMessageId.CapabilitiesRequest, default));
    }

    private Task UnregisterAsync(SccpPeer peer)
    {
        Forget(peer);
        return peer.SendAsync(new SccpUnregisterAck(0).ToMessage());
    }

    /// <summary>Unless the device has a newer connection.</summary>
    private void Forget(SccpPeer peer)
    {
        if (peer.Device is { } device)
            devices.TryRemove(new(device, peer));
    }
}
