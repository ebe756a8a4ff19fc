using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Sections that are optional as a whole and in each field: TLS, CAPF, TVS, registration.</summary>
internal static class AbilityBinder
{
    private const int MaxPort = 65535;

    public static TlsProfile Tls(Fields f)
    {
        TlsProfile defaults = new();
        TlsProfile tls = new()
        {
            MinVersion = f.OptionalWord("minVersion", TlsWords.Versions) ?? defaults.MinVersion,
            MaxVersion = f.OptionalWord("maxVersion", TlsWords.Versions) ?? defaults.MaxVersion,
            CipherSuites = f.WordList("cipherSuites", TlsWords.CipherSuites),
        };
        f.End();
        return tls;
    }

    public static CapfProfile Capf(Fields f)
    {
        CapfProfile defaults = new();
        CapfProfile capf = new()
        {
            ProtocolVersion = f.Number("protocolVersion", 1, 255, defaults.ProtocolVersion),
            RsaKeyBits = f.Numbers("rsaKeyBits", 512, 8192) is { Count: > 0 } sizes ? sizes : defaults.RsaKeyBits,
            Curves = f.WordList("curves", Fields.WordsOf<CapfCurve>()),
            Retries = f.Number("retries", 0, 100, defaults.Retries),
            RetryInterval = f.Seconds("retryInterval", defaults.RetryInterval),
            WrongStrings = f.Number("wrongStrings", 1, 1000, defaults.WrongStrings),
            Lockout = f.Seconds("lockout", defaults.Lockout),
        };
        f.End();
        return capf;
    }

    public static TvsProfile Tvs(Fields f)
    {
        TvsProfile tvs = new() { Asks = f.Flag("asks", true), UsesQuery = f.Flag("usesQuery", false) };
        f.End();
        return tvs;
    }

    /// <summary>A family serves SIP and SCCP loads: it holds the numbers of both, a profile those of its protocol.</summary>
    public static RegistrationProfile Registration(Fields profile)
    {
        if (profile.OptionalSection("registration") is not { } f)
            return new();
        RegistrationProfile sip = OfProtocol(f.OptionalSection("sip"), new());
        RegistrationProfile sccp = OfProtocol(f.OptionalSection("sccp"), new() { Port = 2000, SecurePort = 2443 });
        f.End();
        return profile.OptionalChoice<SignallingProtocol>("protocol") == SignallingProtocol.Sccp ? sccp : sip;
    }

    private static RegistrationProfile OfProtocol(Fields? f, RegistrationProfile defaults)
    {
        if (f is null)
            return defaults;
        RegistrationProfile registration = new()
        {
            Port = f.Number("port", 1, MaxPort, defaults.Port),
            SecurePort = f.Number("securePort", 1, MaxPort, defaults.SecurePort),
            Expires = f.Seconds("expires", defaults.Expires),
        };
        f.End();
        return registration;
    }
}
