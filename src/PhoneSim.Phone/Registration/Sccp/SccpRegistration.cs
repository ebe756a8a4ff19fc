using System.Globalization;
using System.Net;
using PhoneSim.Formats;
using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration.Sccp;

/// <summary>A device at one SCCP call manager: the register handshake, keep-alives, resets. Templates, lines and calls are not asked for.</summary>
internal sealed class SccpRegistration(SccpRegistrationParts parts, ISignallingChannel<SccpMessage> channel, TimeProvider time, IRegistrationObserver observer) : INewRegistration
{
    /// <summary>Of the loads of this generation (assumed); servers answer with what both speak.</summary>
    private const byte ProtocolVersion = 17;

    /// <summary>When the server names an interval of zero; our choice, and the lower limit of any.</summary>
    private static readonly TimeSpan ShortestKeepAlive = TimeSpan.FromSeconds(1);

    private readonly MessageInbox<SccpMessage> inbox = new(channel, time);
    private TimeSpan keepAlive;

    private string DeviceName => parts.Request.Device.ToString();

    public async Task<RegistrationAttempt> RegisterAsync(CancellationToken cancellation)
    {
        Report(RegistrationPhase.Asking, "");
        IPAddress address = IPAddress.TryParse(channel.Local.Host, out IPAddress? local) ? local : IPAddress.Any;
        await channel.SendAsync(new SccpRegister(DeviceName, address, (uint)parts.Request.Profile.ModelNumber, ProtocolVersion).ToMessage());
        SccpMessage? answer = await AwaitAsync(parts.Settings.AnswerDeadline, id => id is SccpMessageId.RegisterAck or SccpMessageId.RegisterReject, cancellation);
        if (answer is null)
            return new(RegistrationOutcome.Unreachable, "no answer in time");
        if (answer.Id == SccpMessageId.RegisterReject)
            return new(RegistrationOutcome.Rejected, $"\"{Printable.Text(SccpRegisterReject.Read(answer).Text, 60)}\"");
        keepAlive = SccpRegisterAck.Read(answer).KeepAlive is var asked && asked > ShortestKeepAlive ? Min(asked, TimeSpan.FromDays(1)) : ShortestKeepAlive;
        string interval = string.Create(CultureInfo.InvariantCulture, $"keep-alive every {keepAlive.TotalSeconds:0} s");
        Report(RegistrationPhase.Registered, interval);
        return new(RegistrationOutcome.Registered, interval);
    }

    public async Task<RegistrationAttempt> KeepAsync(CancellationToken cancellation)
    {
        try
        {
            for (int missed = 0; missed < parts.Settings.MissedKeepAlives;)
            {
                await AwaitAsync(keepAlive, _ => false, cancellation);
                await channel.SendAsync(new(SccpMessageId.KeepAlive, default));
                missed = await AwaitAsync(keepAlive, id => id == SccpMessageId.KeepAliveAck, cancellation) is null ? missed + 1 : 0;
            }

            return Lost($"{parts.Settings.MissedKeepAlives} keep-alives without an answer");
        }
        catch (Exception e) when (e is IOException or MalformedDataException)
        {
            return Lost(Printable.Text(e.Message, 200));
        }
    }

    public async Task UnregisterAsync()
    {
        try
        {
            await channel.SendAsync(new(SccpMessageId.Unregister, default));
            SccpMessage? answer = await AwaitAsync(parts.Settings.UnregisterDeadline, id => id == SccpMessageId.UnregisterAck, CancellationToken.None);
            Report(RegistrationPhase.Unregistered, answer is null ? "no answer in time" : "");
        }
        catch (Exception e) when (e is IOException or MalformedDataException)
        {
            Report(RegistrationPhase.Unregistered, $"the call manager is gone: {Printable.Text(e.Message, 200)}");
        }
    }

    public ValueTask DisposeAsync() => inbox.DisposeAsync();

    /// <summary>The first message that is awaited; the others are dealt with. Null: none within <paramref name="patience"/>.</summary>
    private async Task<SccpMessage?> AwaitAsync(TimeSpan patience, Func<SccpMessageId, bool> isAwaited, CancellationToken cancellation)
    {
        for (Deadline deadline = new(time, patience); deadline.Left > TimeSpan.Zero;)
        {
            if (await inbox.NextAsync(deadline.Left, cancellation) is not { } message)
                continue;
            if (isAwaited(message.Id))
                return message;
            await TakeAsync(message, cancellation);
        }

        return null;
    }

    private async Task TakeAsync(SccpMessage message, CancellationToken cancellation)
    {
        if (message.Id == SccpMessageId.CapabilitiesRequest)
            await channel.SendAsync(SccpCapabilities.Common.ToMessage());
        else if (message.Id == SccpMessageId.Reset)
            Obey(SccpReset.Read(message).Type);
    }

    private void Obey(SccpResetType type)
    {
        ServiceAction action = type switch
        {
            SccpResetType.Reset => ServiceAction.Reset,
            SccpResetType.Restart => ServiceAction.Restart,
            _ => ServiceAction.ApplyConfig,
        };
        Report(RegistrationPhase.Commanded, ServiceControl.NameOf(action));
        observer.Commanded(new(action, null));
    }

    private RegistrationAttempt Lost(string why)
    {
        Report(RegistrationPhase.Lost, why);
        return new(RegistrationOutcome.Unreachable, why);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private void Report(RegistrationPhase phase, string detail) => observer.Progressed(new(phase, parts.Server, parts.Request.Transport, DeviceName, detail));
}
