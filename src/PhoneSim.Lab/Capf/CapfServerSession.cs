using System.Security.Cryptography;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Capf;

/// <summary>The server's side of one session.</summary>
internal sealed class CapfServerSession(ICapfChannel channel, CapfServerOptions options, TimeProvider time, uint sessionId)
{
    private const byte Version = 3;

    /// <summary>REQUEST IN PROGRESS that a phone may send before it is left.</summary>
    private const int MaxInProgress = 16;

    private readonly CapfProofCheck proofCheck = new(options.Authority, options.ManufacturingRoots);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await SendAsync(new CapfAuthRequest(Version, CapfAuthType.None).ToMessage(sessionId), cancellation);
        CapfMessage reply = await ReceiveAsync(CapfCommand.AuthResponse, options.MessageDeadline, cancellation);
        CapfAuthResponse phone = CapfAuthResponse.Read(reply);
        await MisbehaveAsync(cancellation);
        CapfOrder? order = options.Orders.Find(phone.DeviceName);
        if (order is null)
            await EndAsync(CapfReason.UnknownDevice, cancellation);
        else if (WhyNot(order, phone) is { } why)
            await RefuseAsync(order, phone.DeviceName, why, cancellation);
        else
            await OrderAsync(IsOver(order) ? order with { Operation = CapfOperation.None } : order, phone.DeviceName, cancellation);
    }

    private bool IsOver(CapfOrder order) => order.CompletesBy < time.GetUtcNow();

    private string? WhyNot(CapfOrder order, CapfAuthResponse phone) => order.Authentication switch
    {
        CapfAuthentication.AuthString when !phone.Password.Equals(order.AuthString) => "wrong authentication string",
        CapfAuthentication.ExistingLscFirst or CapfAuthentication.ExistingMic => proofCheck.WhyNot(phone, sessionId),
        _ => null,
    };

    private Task OrderAsync(CapfOrder order, string device, CancellationToken cancellation) => order.Operation switch
    {
        CapfOperation.Install => InstallAsync(order, device, cancellation),
        CapfOperation.Fetch => FetchAsync(order, device, cancellation),
        CapfOperation.Delete => DeleteAsync(order, device, cancellation),
        _ => EndAsync(CapfReason.NoAction, cancellation),
    };

    private async Task InstallAsync(CapfOrder order, string device, CancellationToken cancellation)
    {
        await SendAsync(order.Key.ToRequest(sessionId), cancellation);
        CapfMessage key = await ReceiveAsync(CapfCommand.KeyGenerateResponse, options.KeyDeadline, cancellation);
        if (key.Find(CapfTag.PublicKey) is not { } publicKey || Issue(device, publicKey.Value) is not { } certificate)
        {
            await RefuseAsync(order, device, "the phone made no usable key", cancellation);
            return;
        }
        await SendAsync(new CapfStoreRequest(CapfCertificateType.Lsc, certificate).ToMessage(sessionId), cancellation);
        CapfMessage stored = await ReceiveAsync(CapfCommand.StoreCertificateResponse, options.MessageDeadline, cancellation);
        if (stored.ReadReason() == CapfReason.Fine)
            await FinishAsync(new(device, CapfOperation.Install, true, certificate, "LSC installed"), CapfReason.Fine, cancellation);
        else
            await RefuseAsync(order, device, "the phone refused the LSC", cancellation);
    }

    private async Task FetchAsync(CapfOrder order, string device, CancellationToken cancellation)
    {
        await SendAsync(CapfMessage.Create(CapfCommand.FetchCertificateRequest, sessionId), cancellation);
        CapfMessage fetched = await ReceiveAsync(CapfCommand.FetchCertificateResponse, options.MessageDeadline, cancellation);
        CapfReport report = fetched.Find(CapfTag.Certificate) is { } certificate
            ? new(device, order.Operation, true, CapfCertificate.Read(certificate).Der, "certificate fetched")
            : new(device, order.Operation, false, default, "the phone has no certificate");
        await FinishAsync(report, CapfReason.NoAction, cancellation);
    }

    private async Task DeleteAsync(CapfOrder order, string device, CancellationToken cancellation)
    {
        await SendAsync(CapfMessage.Create(CapfCommand.DeleteCertificateRequest, sessionId), cancellation);
        CapfMessage deleted = await ReceiveAsync(CapfCommand.DeleteCertificateResponse, options.MessageDeadline, cancellation);
        bool done = deleted.ReadReason() == CapfReason.Fine;
        await FinishAsync(new(device, order.Operation, done, default, done ? "LSC deleted" : "the phone had no LSC"), CapfReason.Fine, cancellation);
    }

    /// <summary>Null: no public key.</summary>
    private byte[]? Issue(string device, ReadOnlyMemory<byte> publicKey)
    {
        using RSA? other = options.Misbehaviour.CertifiesAnotherKey ? RSA.Create(1024) : null;
        try
        {
            return options.Authority.Issue(device, other?.ExportSubjectPublicKeyInfo() ?? publicKey.Span);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task RefuseAsync(CapfOrder order, string device, string why, CancellationToken cancellation) =>
        await FinishAsync(new(device, order.Operation, false, default, why), CapfReason.Refused, cancellation);

    private async Task FinishAsync(CapfReport report, CapfReason reason, CancellationToken cancellation)
    {
        options.Orders.Record(report);
        await EndAsync(reason, cancellation);
    }

    private async Task EndAsync(CapfReason reason, CancellationToken cancellation)
    {
        if (!options.Misbehaviour.ClosesBeforeEnd)
            await SendAsync(CapfMessage.WithReason(CapfCommand.EndSession, sessionId, reason), cancellation);
    }

    private async Task MisbehaveAsync(CancellationToken cancellation)
    {
        while (options.Misbehaviour.EndlessInProgress)
            await SendAsync(CapfMessage.Create(CapfCommand.RequestInProgress, sessionId), cancellation);
        if (options.Misbehaviour.RetryLater is { } seconds)
            await SendAsync(CapfMessage.Create(CapfCommand.RetryLater, sessionId, Formats.Tlv.TlvElements.OfUInt16((byte)CapfTag.RetryDelay, seconds)), cancellation);
    }

    private Task SendAsync(CapfMessage message, CancellationToken cancellation) => channel.SendAsync(message, options.MessageDeadline, cancellation);

    /// <exception cref="IOException">The phone said something else.</exception>
    private async Task<CapfMessage> ReceiveAsync(CapfCommand expected, TimeSpan deadline, CancellationToken cancellation)
    {
        for (int inProgress = 0; inProgress <= MaxInProgress; inProgress++)
        {
            CapfMessage message = await channel.ReceiveAsync(deadline, cancellation);
            if (message.Command == expected && message.SessionId == sessionId)
                return message;
            if (message.Command != CapfCommand.RequestInProgress)
                throw new IOException($"the phone sent {message.Command} of session {message.SessionId} where {expected} of session {sessionId} was due");
        }
        throw new IOException("the phone is endlessly in progress");
    }
}
