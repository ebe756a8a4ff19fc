using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Enrolment;

/// <summary>One session over one connection: authentication, then whatever the server orders until it ends the session (shared/spec/capf.md).</summary>
public sealed class CapfSession(ICapfChannel channel, CapfIdentity identity, CapfSessionParts parts)
{
    private readonly CapfOptions options = parts.Options;
    private uint sessionId;
    private int received;
    private CapfPhase phase = CapfPhase.Authenticating;
    private CapfOperation operation;

    /// <summary>What the phone did or refused at the server's order, and has told the server: it stands, however the session ends, unless the server refuses it.</summary>
    private CapfResult? done;

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<CapfResult> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await AuthenticateAsync(cancellation) ?? await ObeyAsync(cancellation);
        }
        catch (MalformedDataException e)
        {
            return done ?? Result(CapfOutcome.ProtocolError, CapfSide.Server, e.Message);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            return done ?? Result(CapfOutcome.Unreachable, CapfSide.Server, Printable.Text(e.Message, 200));
        }
    }

    private async Task<CapfResult?> AuthenticateAsync(CancellationToken cancellation)
    {
        Enter(CapfPhase.Authenticating);
        CapfMessage first = await ReceiveAsync(cancellation);
        if (first.Command != CapfCommand.AuthRequest)
            return End(first);
        byte version = Math.Min(CapfAuthRequest.Read(first).Version, options.Version);
        CapfCertificateProof? proof = identity.ProofCertificate is { } certificate ? CapfProof.Of(certificate, identity.Device, sessionId) : null;
        await SendAsync(new CapfAuthResponse(version, identity.Password, identity.Device.ToString(), proof).ToMessage(sessionId), cancellation);
        return null;
    }

    private async Task<CapfResult> ObeyAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Enter(CapfPhase.AwaitingOrder);
            CapfMessage order = await ReceiveAsync(cancellation);
            CapfResult? end = await (order.Command switch
            {
                CapfCommand.KeyGenerateRequest => InstallAsync(order, cancellation),
                CapfCommand.FetchCertificateRequest => FetchAsync(order, cancellation),
                CapfCommand.DeleteCertificateRequest => DeleteAsync(cancellation),
                _ => Task.FromResult<CapfResult?>(End(order)),
            });
            if (end is not null)
                return end;
        }
    }

    private async Task<CapfResult?> InstallAsync(CapfMessage order, CancellationToken cancellation)
    {
        Begin(CapfOperation.Install, CapfPhase.GeneratingKey);
        CapfKeySpec spec = CapfKeySpec.Read(order);
        if (identity.WhyNot(spec) is { } why)
            return await RefuseAsync(CapfCommand.KeyGenerateResponse, why, cancellation);
        await SendAsync(CapfMessage.Create(CapfCommand.RequestInProgress, sessionId), cancellation);
        AsymmetricAlgorithm key;
        try
        {
            key = await parts.Keys.GenerateAsync(spec, cancellation).WaitAsync(options.KeyDeadline, parts.Time, cancellation);
        }
        catch (CryptographicException e)
        {
            return await RefuseAsync(CapfCommand.KeyGenerateResponse, $"this machine makes no {spec} key: {e.Message}", cancellation);
        }
        catch (TimeoutException)
        {
            return await RefuseAsync(CapfCommand.KeyGenerateResponse, $"no {spec} key was made within {options.KeyDeadline.TotalMinutes} min", cancellation);
        }
        return await CertifyAsync(key, cancellation);
    }

    private async Task<CapfResult?> CertifyAsync(AsymmetricAlgorithm key, CancellationToken cancellation)
    {
        await SendAsync(CapfMessage.Create(CapfCommand.KeyGenerateResponse, sessionId, CapfMessage.Blob(CapfTag.PublicKey, key.ExportSubjectPublicKeyInfo())), cancellation);
        Enter(CapfPhase.AwaitingCertificate);
        CapfMessage next = await ReceiveAsync(cancellation);
        if (next.Command != CapfCommand.StoreCertificateRequest)
            return End(next);
        Enter(CapfPhase.Storing);
        (DeviceCertificate? issued, string why) = Pair(CapfStoreRequest.Read(next), key);
        if (issued is null)
            return await RefuseAsync(CapfCommand.StoreCertificateResponse, why, cancellation);
        await SendAsync(CapfMessage.WithReason(CapfCommand.StoreCertificateResponse, sessionId, CapfReason.Fine), cancellation);
        done = Result(CapfOutcome.Stored, CapfSide.Phone, why) with { Certificate = issued };
        return null;
    }

    private static (DeviceCertificate? Issued, string Why) Pair(CapfStoreRequest store, AsymmetricAlgorithm key)
    {
        if (store.Type != CapfCertificateType.Lsc)
            return (null, $"a certificate of type {store.Type} where an LSC was expected");
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(store.Certificate.Span);
            return (DeviceCertificate.Create(certificate, key), "the server issued an LSC for the new key");
        }
        catch (CryptographicException e)
        {
            return (null, $"the certificate is unusable: {Printable.Text(e.Message, 200)}");
        }
    }

    /// <summary>Without a certificate type in the request: the LSC, else the MIC (seed: "from the LSC or MIC").</summary>
    private async Task<CapfResult?> FetchAsync(CapfMessage order, CancellationToken cancellation)
    {
        Begin(CapfOperation.Fetch, CapfPhase.Fetching);
        DeviceCertificate? certificate = (CapfCertificateType?)order.Find(CapfTag.CertificateType)?.Byte() switch
        {
            null => identity.Lsc ?? identity.Mic,
            CapfCertificateType.Lsc => identity.Lsc,
            CapfCertificateType.Mic => identity.Mic,
            _ => null,
        };
        if (certificate is null)
            return await RefuseAsync(CapfCommand.FetchCertificateResponse, "the phone has no such certificate", cancellation);
        await SendAsync(CapfMessage.Create(
            CapfCommand.FetchCertificateResponse,
            sessionId,
            CapfMessage.Byte(CapfTag.Reason, (byte)CapfReason.Fine),
            CapfCertificate.Of(certificate.Certificate.RawDataMemory).ToElement()), cancellation);
        done = Result(CapfOutcome.Fetched, CapfSide.Phone, "the server has the phone's certificate");
        return null;
    }

    private async Task<CapfResult?> DeleteAsync(CancellationToken cancellation)
    {
        Begin(CapfOperation.Delete, CapfPhase.Deleting);
        if (identity.Lsc is null)
            return await RefuseAsync(CapfCommand.DeleteCertificateResponse, "the phone has no LSC", cancellation);
        await SendAsync(CapfMessage.WithReason(CapfCommand.DeleteCertificateResponse, sessionId, CapfReason.Fine), cancellation);
        done = Result(CapfOutcome.Deleted, CapfSide.Phone, "the server ordered the LSC to be deleted");
        return null;
    }

    private async Task<CapfResult?> RefuseAsync(CapfCommand response, string why, CancellationToken cancellation)
    {
        done = Result(CapfOutcome.Refused, CapfSide.Phone, why) with { Reason = CapfReason.Refused };
        await SendAsync(CapfMessage.WithReason(response, sessionId, CapfReason.Refused), cancellation);
        return null;
    }

    /// <summary>What a message means that is no order: an end of some kind, or a mistake.</summary>
    private CapfResult End(CapfMessage message) => message.Command switch
    {
        CapfCommand.EndSession => Ended(message),
        CapfCommand.RetryLater => done ?? Result(CapfOutcome.RetryLater, CapfSide.Server, "the server asks to come back later") with { RetryAfter = message.ReadRetryDelay() },
        CapfCommand.AbortRequest => Result(CapfOutcome.Refused, CapfSide.Server, Explain(message, "the server aborted the session")) with { Reason = message.ReadReason() },
        _ => done ?? Result(CapfOutcome.ProtocolError, CapfSide.Server, $"{message.Command} is out of place"),
    };

    private CapfResult Ended(CapfMessage message) => (done, message.ReadReason() ?? CapfReason.NoAction) switch
    {
        ({ Outcome: CapfOutcome.Refused } refused, _) => refused,
        (_, CapfReason.NoAction or CapfReason.Fine) => done ?? Result(CapfOutcome.NoOperation, CapfSide.Server, "the server has nothing to order"),
        (_, var reason) => Result(CapfOutcome.Refused, CapfSide.Server, Explain(message, Meaning(reason))) with { Reason = reason },
    };

    private static string Meaning(CapfReason reason) => reason switch
    {
        CapfReason.Refused => "the server refused: invalid element (a wrong string, or already issued)",
        CapfReason.UnknownDevice => "the server does not know this device",
        _ => $"the server ended the session with reason {(byte)reason}",
    };

    private static string Explain(CapfMessage message, string meaning) =>
        message.Find(CapfTag.ReasonText) is { } text ? $"{meaning}: {Printable.Text(text.Text(), 200)}" : meaning;

    /// <summary>The next message that is not REQUEST IN PROGRESS.</summary>
    private async Task<CapfMessage> ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            CapfMessage message = await channel.ReceiveAsync(options.MessageDeadline, cancellation);
            parts.Observer?.OnStep(new(phase, message, CapfSide.Server));
            Check(message);
            if (message.Command != CapfCommand.RequestInProgress)
                return message;
        }
    }

    private void Check(CapfMessage message)
    {
        if (received++ == 0)
            sessionId = message.SessionId;
        if (message.SessionId != sessionId)
            throw new MalformedDataException($"session id {message.SessionId} in session {sessionId}", 2);
        if (received > options.MaxMessages)
            throw new MalformedDataException($"more than {options.MaxMessages} messages in one session", 1);
    }

    private async Task SendAsync(CapfMessage message, CancellationToken cancellation)
    {
        await channel.SendAsync(message, options.MessageDeadline, cancellation);
        parts.Observer?.OnStep(new(phase, message));
    }

    private void Begin(CapfOperation next, CapfPhase nextPhase)
    {
        operation = next;
        Enter(nextPhase);
    }

    private void Enter(CapfPhase next)
    {
        phase = next;
        parts.Observer?.OnStep(new(next));
    }

    private CapfResult Result(CapfOutcome outcome, CapfSide side, string why) => new(outcome, operation, phase, side, why);
}
