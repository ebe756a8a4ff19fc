using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>The lines of a phone at one call manager. The first line is the phone's own: it decides whether the phone is registered (assumed).</summary>
internal sealed class SipRegistration : INewRegistration
{
    /// <summary>No registrar is believed to grant or ask more; our choice.</summary>
    private static readonly TimeSpan MaxExpires = TimeSpan.FromDays(1);

    private readonly SipRegistrationParts parts;
    private readonly TimeProvider time;
    private readonly IRegistrationObserver observer;
    private readonly IReadOnlyList<SipLineState> lines;
    private readonly List<SipLineState> registered = [];
    private readonly RegisterRequests requests;
    private readonly SipSession session;

    public SipRegistration(SipRegistrationParts parts, ISignallingChannel<SipMessage> channel, TimeProvider time, IRegistrationObserver observer)
    {
        (this.parts, this.time, this.observer) = (parts, time, observer);
        SipChance chance = new(parts.Options.Chance, parts.Request.Device);
        lines = [.. parts.Request.Lines.Select(line => new SipLineState(line, chance, SipUri.Host(channel.Local.Host)) { Expires = parts.Request.Profile.Registration.Expires })];
        requests = new(parts.Request, parts.Server, channel.Local, chance);
        SipRequestHandler handler = new(() => lines.Select(line => line.CallId), chance);
        session = new(channel, Settings, time, handler, Commanded);
    }

    private RegistrationSettings Settings => parts.Options.Settings;

    /// <summary>Every line; one that is refused does not keep the others from registering.</summary>
    public async Task<RegistrationAttempt> RegisterAsync(CancellationToken cancellation)
    {
        RegistrationAttempt? first = null;
        foreach (SipLineState line in lines)
        {
            RegistrationAttempt attempt = await RegisterAsync(line, RegistrationPhase.Registered, cancellation);
            first ??= attempt;
            if (first.Outcome != RegistrationOutcome.Registered)
                return first;
            if (attempt.Outcome != RegistrationOutcome.Registered)
                Report(attempt.Outcome == RegistrationOutcome.Rejected ? RegistrationPhase.Rejected : RegistrationPhase.Unreachable, line, attempt.Why);
        }

        return first ?? new(RegistrationOutcome.Rejected, "there is no line to register");
    }

    public async Task<RegistrationAttempt> KeepAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                SipLineState next = registered.MinBy(line => line.Refresh.Left)!;
                await session.ListenAsync(next.Refresh.Left, cancellation);
                RegistrationAttempt attempt = await RegisterAsync(next, RegistrationPhase.Refreshed, cancellation);
                if (attempt.Outcome != RegistrationOutcome.Registered)
                    return Lost(next, attempt);
            }
        }
        catch (Exception e) when (e is IOException or MalformedDataException)
        {
            return Lost(null, new(RegistrationOutcome.Unreachable, Printable.Text(e.Message, 200)));
        }
    }

    public async Task UnregisterAsync()
    {
        Deadline deadline = new(time, Settings.UnregisterDeadline);
        try
        {
            foreach (SipLineState line in registered)
            {
                RegistrationAttempt attempt = await ConverseAsync(line, TimeSpan.Zero, deadline, CancellationToken.None);
                Report(RegistrationPhase.Unregistered, line, attempt.Outcome == RegistrationOutcome.Registered ? "" : attempt.Why);
            }
        }
        catch (Exception e) when (e is IOException or MalformedDataException)
        {
            Report(RegistrationPhase.Unregistered, lines[0], $"the call manager is gone: {Printable.Text(e.Message, 200)}");
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<RegistrationAttempt> RegisterAsync(SipLineState line, RegistrationPhase phase, CancellationToken cancellation)
    {
        Report(RegistrationPhase.Asking, line, "");
        registered.Remove(line);
        RegistrationAttempt attempt = await ConverseAsync(line, line.Expires, new(time, Settings.AnswerDeadline), cancellation);
        if (attempt.Outcome == RegistrationOutcome.Registered)
        {
            registered.Add(line);
            Report(phase, line, attempt.Why);
        }

        return attempt;
    }

    /// <summary>Asks and answers challenges until the registrar has decided.</summary>
    private async Task<RegistrationAttempt> ConverseAsync(SipLineState line, TimeSpan expires, Deadline deadline, CancellationToken cancellation)
    {
        for (int exchange = 0; exchange <= Settings.MaxChallenges; exchange++)
        {
            SipResponse? response = await session.AskAsync(requests.Build(line, expires), deadline.Left, cancellation);
            RegistrationAttempt? decided = response?.Status switch
            {
                null => new(RegistrationOutcome.Unreachable, "no answer in time"),
                401 or 407 => Challenged(line, response, exchange),
                423 when expires > TimeSpan.Zero && TooBrief(response, expires) is { } longer => Extend(line, expires = longer),
                _ => Decided(line, response, expires),
            };
            if (decided is not null)
                return decided;
        }

        return new(RegistrationOutcome.Rejected, $"{Settings.MaxChallenges} exchanges led nowhere");
    }

    /// <summary>Null: the challenge can be answered.</summary>
    private RegistrationAttempt? Challenged(SipLineState line, SipResponse response, int exchange)
    {
        bool isProxy = response.Status == 407;
        DigestChallenge? challenge = Challenges(response.All(isProxy ? "Proxy-Authenticate" : "WWW-Authenticate")).FirstOrDefault(c => c.CanBeAnswered);
        string? refusal = challenge switch
        {
            null => "it asks for a kind of authentication that this phone does not have",
            _ when !line.HasCredentials => "it asks for digest credentials, and neither file nor flash has any",
            { Stale: false } when exchange > 0 && line.HasJustAnswered => "it does not accept the digest credentials",
            _ => null,
        };
        if (refusal is not null)
            return new(RegistrationOutcome.Rejected, $"{Answer(response)}: {refusal}");
        line.Take(challenge!, isProxy ? "Proxy-Authorization" : "Authorization");
        Report(RegistrationPhase.Challenged, line, $"{challenge!.Algorithm.ToString()!.ToUpperInvariant()}, realm {Printable.Text(challenge.Realm, 60)}{(challenge.Stale ? ", nonce is stale" : "")}");
        return null;
    }

    private static IEnumerable<DigestChallenge> Challenges(IEnumerable<string> headers) => headers.Where(DigestChallenge.IsDigest).Select(DigestChallenge.Parse);

    /// <summary>The time a registrar insists on; null: it names none that is longer.</summary>
    private static TimeSpan? TooBrief(SipResponse response, TimeSpan expires) =>
        Seconds(response.Find("Min-Expires")) is { } minimum && minimum > expires && minimum <= MaxExpires ? minimum : null;

    private static RegistrationAttempt? Extend(SipLineState line, TimeSpan expires)
    {
        line.Expires = expires;
        return null;
    }

    private RegistrationAttempt Decided(SipLineState line, SipResponse response, TimeSpan expires)
    {
        if (response.Status is >= 500 and < 600 or 408 or (>= 300 and < 400))
            return new(RegistrationOutcome.Unreachable, Answer(response));
        if (response.Status >= 300)
            return new(RegistrationOutcome.Rejected, Answer(response));
        TimeSpan granted = expires == TimeSpan.Zero ? expires : Granted(line, response, expires);
        line.Refresh = new(time, granted > Settings.RefreshDelta * 2 ? granted - Settings.RefreshDelta : granted / 2);
        return expires > TimeSpan.Zero && granted == TimeSpan.Zero
            ? new(RegistrationOutcome.Rejected, "it grants no time at all")
            : new(RegistrationOutcome.Registered, string.Create(CultureInfo.InvariantCulture, $"for {granted.TotalSeconds:0} s"));
    }

    /// <summary>What the registrar says of this phone's Contact, else of all, else what was asked (RFC 3261 section 10.2.4).</summary>
    private TimeSpan Granted(SipLineState line, SipResponse response, TimeSpan asked)
    {
        SipAddress? own = response.All("Contact").SelectMany(SipAddress.ParseList).FirstOrDefault(contact => contact.Uri == requests.ContactUri(line));
        TimeSpan granted = Seconds(own?.Parameter("expires")) ?? Seconds(response.Find("Expires")) ?? asked;
        return granted < MaxExpires ? granted : MaxExpires;
    }

    private static TimeSpan? Seconds(string? text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static string Answer(SipResponse response) => string.Create(CultureInfo.InvariantCulture, $"{response.Status} {Printable.Text(response.Reason, 60)}{Warning(response)}");

    private static string Warning(SipResponse response) => response.Find("Warning") is { } warning ? $" ({Printable.Text(warning, 120)})" : "";

    private RegistrationAttempt Lost(SipLineState? line, RegistrationAttempt attempt)
    {
        Report(RegistrationPhase.Lost, line, attempt.Why);
        return attempt;
    }

    private void Commanded(RegistrationCommand command)
    {
        Report(RegistrationPhase.Commanded, null, ServiceControl.NameOf(command.Action));
        observer.Commanded(command);
    }

    private void Report(RegistrationPhase phase, SipLineState? line, string detail) =>
        observer.Progressed(new(phase, parts.Server, parts.Request.Transport, line?.Name, detail));
}
