using System.Collections.Concurrent;
using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Lab.Sip;

/// <summary>What a registrar answers (RFC 3261 section 10.3, digest authentication as RFC 8760), whichever way the request came.</summary>
internal sealed class SipRegistrarRules(SipRegistrarOptions options, TimeProvider time)
{
    private const string Tag = "lab";

    private readonly NonceBook nonces = new(time, options.NonceLifetime);
    private int lost;

    public ConcurrentDictionary<string, SipBinding> Bindings { get; } = new(StringComparer.Ordinal);

    /// <summary>Null: none.</summary>
    public SipResponse? Answer(SipRequest request, SignallingTransport transport, Func<SipMessage, Task> send)
    {
        SipResponse? response = Decide(request, transport, send);
        options.Seen?.Invoke(new(request, transport, response));
        return response;
    }

    private SipResponse? Decide(SipRequest request, SignallingTransport transport, Func<SipMessage, Task> send)
    {
        if (options.Misbehaviour.IsSilent || request.Method == "ACK" || Interlocked.Increment(ref lost) <= options.Misbehaviour.Loses)
            return null;
        if (options.Misbehaviour.Status is { } status)
            return request.Answer(status, "By order of the lab", Tag);
        return request.Method switch
        {
            "REGISTER" => Register(request, transport, send),
            "OPTIONS" => request.Answer(200, "OK", Tag),
            _ => request.Answer(405, "Method Not Allowed", Tag, new SipHeader("Allow", "REGISTER, OPTIONS")),
        };
    }

    private SipResponse Register(SipRequest request, SignallingTransport transport, Func<SipMessage, Task> send)
    {
        if (options.Subscribers.Find(SipUri.UserOf(SipAddress.Parse(request.Find("To")!).Uri)) is not { } subscriber)
            return request.Answer(404, "Not Found", Tag);
        if (Demand(request, subscriber) is { } challenge)
            return request.Answer(401, "Unauthorized", Tag, new SipHeader("WWW-Authenticate", challenge.Write()));
        if (options.Digest is not null && DigestAnswer.Parse(request.Find("Authorization")!) is var proof && !(proof.User == subscriber.User.Name && proof.Proves(request.Method, subscriber.User.Password)))
            return request.Answer(403, "Forbidden", Tag);
        if (request.All("Contact").SelectMany(SipAddress.ParseList).FirstOrDefault() is not { } contact)
            return request.Answer(200, "OK", Tag);
        TimeSpan asked = TimeSpan.FromSeconds(uint.TryParse(contact.Parameter("expires") ?? request.Find("Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds) ? seconds : 3600);
        if (asked > TimeSpan.Zero && asked < options.MinExpires)
            return request.Answer(423, "Interval Too Brief", Tag, Header("Min-Expires", options.MinExpires));
        return Bind(request, new(subscriber.Line, contact.Uri, request.CallId, transport, default, options.Digest is null ? null : subscriber.User.Name) { Send = send }, asked < options.Expires ? asked : options.Expires);
    }

    /// <summary>Null: the request answers a nonce of ours.</summary>
    private DigestChallenge? Demand(SipRequest request, SipSubscriber subscriber)
    {
        if (options.Digest is not { } algorithm)
            return null;
        DigestAnswer? given = request.Find("Authorization") is { } header ? DigestAnswer.Parse(header) : null;
        bool isOurs = given is not null && given.Realm == options.Realm && given.Algorithm == algorithm && given.Uri == request.Uri;
        if (isOurs && nonces.Use(given!.Nonce, given.NonceCount) && !options.Misbehaviour.ChallengesForEver)
            return null;
        return new()
        {
            Realm = options.Realm, Nonce = nonces.Issue(), Algorithm = algorithm, Qualities = ["auth"],
            Stale = isOurs && given!.Proves(request.Method, subscriber.User.Password),
        };
    }

    private SipResponse Bind(SipRequest request, SipBinding binding, TimeSpan granted)
    {
        if (granted == TimeSpan.Zero)
        {
            Bindings.TryRemove(binding.Line, out _);
            return request.Answer(200, "OK", Tag);
        }

        Bindings[binding.Line] = binding with { Until = time.GetUtcNow() + granted };
        return request.Answer(200, "OK", Tag, new SipHeader("Contact", string.Create(CultureInfo.InvariantCulture, $"<{binding.Contact}>;expires={granted.TotalSeconds:0}")));
    }

    private static SipHeader Header(string name, TimeSpan value) => new(name, ((int)value.TotalSeconds).ToString(CultureInfo.InvariantCulture));
}
