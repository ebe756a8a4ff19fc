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

    /// <summary>Parameter of a Contact that names the phone (observed).</summary>
    private const string DeviceParameter = "+u.sip!devicename.ccm.cisco.com";

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
        SipAddress? contact = request.All("Contact").SelectMany(SipAddress.ParseList).FirstOrDefault();
        if (options.Subscribers.Find(SipUri.UserOf(SipAddress.Parse(request.Find("To")!).Uri), contact?.Parameter(DeviceParameter)) is not { } subscriber)
            return request.Answer(404, "Not Found", Tag);
        if (subscriber.MustUseTls && transport != SignallingTransport.Tls)
            return request.Answer(403, "Forbidden", Tag, new SipHeader("Warning", "399 lab \"the security mode does not match: TLS expected\""));
        if (Refuse(request, subscriber) is { } refusal)
            return refusal;
        if (contact is null)
            return request.Answer(200, "OK", Tag);
        string device = contact.Parameter(DeviceParameter) ?? contact.Uri;
        return Bind(request, contact, new(subscriber.Line, device, contact.Uri, request.CallId, transport, default, options.Digest is null ? null : subscriber.User.Name) { Send = send });
    }

    /// <summary>A challenge, or no to the wrong password; null: the request proves its right, or needs not.</summary>
    private SipResponse? Refuse(SipRequest request, SipSubscriber subscriber)
    {
        if (Demand(request, subscriber) is { } challenge)
            return request.Answer(401, "Unauthorized", Tag, new SipHeader("WWW-Authenticate", challenge.Write()));
        if (options.Digest is null)
            return null;
        DigestAnswer proof = DigestAnswer.Parse(request.Find("Authorization")!);
        return proof.User == subscriber.User.Name && proof.Proves(request.Method, subscriber.User.Password) ? null : request.Answer(403, "Forbidden", Tag);
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

    private SipResponse Bind(SipRequest request, SipAddress contact, SipBinding binding)
    {
        TimeSpan asked = uint.TryParse(contact.Parameter("expires") ?? request.Find("Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds) ? TimeSpan.FromSeconds(seconds) : options.Expires;
        string key = $"{binding.Line} {binding.Device}";
        if (asked == TimeSpan.Zero)
        {
            Bindings.TryRemove(key, out _);
            return request.Answer(200, "OK", Tag);
        }

        if (asked < options.MinExpires)
            return request.Answer(423, "Interval Too Brief", Tag, Header("Min-Expires", options.MinExpires));
        TimeSpan granted = asked < options.Expires ? asked : options.Expires;
        Bindings[key] = binding with { Until = time.GetUtcNow() + granted };
        return request.Answer(200, "OK", Tag, new SipHeader("Contact", string.Create(CultureInfo.InvariantCulture, $"<{binding.Contact}>;expires={granted.TotalSeconds:0}")));
    }

    private static SipHeader Header(string name, TimeSpan value) => new(name, ((int)value.TotalSeconds).ToString(CultureInfo.InvariantCulture));
}
