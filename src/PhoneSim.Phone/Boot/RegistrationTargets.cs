using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.Sip;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Phone.Boot;

/// <summary>Reads from the configuration in use where and as whom the phone registers (shared/spec/boot.md 7).</summary>
internal static class RegistrationTargets
{
    public static RegistrationRequest Of(BootContext phone, PhoneConfiguration configuration)
    {
        bool isSip = phone.Profile.Protocol == SignallingProtocol.Sip;
        SignallingTransport transport = isSip ? SipTransport(phone, configuration) : IsSecure(phone, configuration) ? SignallingTransport.Tls : SignallingTransport.Tcp;
        return new()
        {
            Device = phone.Device,
            Profile = phone.Profile,
            Transport = transport,
            CallManagers = phone.Options.Registration!.CallManagers ?? [.. configuration.CallManagers.Select(manager => new ServerEndPoint(manager.Host, Port(manager, phone.Profile, transport)))],
            Lines = isSip ? Lines(phone, configuration) : [],
            Judge = phone.Trust.ServersWith(TrustRole.Ccm, TrustRole.CcmTftp),
            Certificate = phone.Contents.Certificate,
        };
    }

    /// <summary>1 TCP, 2 UDP, 3 TLS if the security mode is authenticated or encrypted, 4 as TCP.</summary>
    private static SignallingTransport SipTransport(BootContext phone, PhoneConfiguration configuration) => configuration.TransportLayerProtocol switch
    {
        2 => SignallingTransport.Udp,
        3 when IsSecure(phone, configuration) => SignallingTransport.Tls,
        _ => SignallingTransport.Tcp,
    };

    /// <summary>A phone with neither LSC nor MIC tries without TLS, and is told so by the call manager (phone-behaviour.md 7.3, observed).</summary>
    private static bool IsSecure(BootContext phone, PhoneConfiguration configuration) => configuration.DeviceSecurityMode is 2 or 3 && phone.Contents.Certificate is not null;

    /// <summary>No configuration seen names SCCP's port for TLS: the profile does.</summary>
    private static int Port(CallManager manager, FirmwareProfile profile, SignallingTransport transport) => (profile.Protocol, transport) switch
    {
        (SignallingProtocol.Sip, SignallingTransport.Tls) => manager.SecuredSipPort,
        (SignallingProtocol.Sip, _) => manager.SipPort,
        (_, SignallingTransport.Tls) => profile.Registration.SecurePort,
        _ => manager.SccpPort,
    };

    private static IReadOnlyList<RegistrationLine> Lines(BootContext phone, PhoneConfiguration configuration) =>
        [.. configuration.Lines.OrderBy(line => line.Button).Select(line => new RegistrationLine(line.Name, User(line.Credentials ?? phone.Contents.DigestCredentials)))];

    private static DigestUser? User(DigestCredentials? credentials) => credentials is null or { IsBlank: true } ? null : new(credentials.User, credentials.Password);
}
