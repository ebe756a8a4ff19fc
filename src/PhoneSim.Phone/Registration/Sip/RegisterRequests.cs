using System.Globalization;
using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>Writes REGISTER as these phones do: header order, Contact parameters, User-Agent and Reason as in captures (observed).</summary>
internal sealed class RegisterRequests(RegistrationRequest phone, ServerEndPoint server, ServerEndPoint local, SipChance chance)
{
    private const string Supported = "replaces,join,norefersub,X-cisco-service-control";

    public SipRequest Build(SipLineState line, TimeSpan expires)
    {
        string host = SipUri.Host(server.Host);
        string address = $"<{SipUri.Of(line.Name, server.Host)}>";
        SipRequest request = new("REGISTER", $"sip:{host}")
        {
            Headers =
            [
                new("Via", $"{SipMessage.Version}/{Transport.ToUpperInvariant()} {SentBy};branch={chance.Branch()};rport"),
                new("From", $"{address};tag={line.Tag}"),
                new("To", address),
                new("Call-ID", line.CallId),
                new("Max-Forwards", "70"),
                new("CSeq", line.NextSequence("REGISTER").ToString()),
                new("User-Agent", $"Cisco-{phone.Profile.Model}/{phone.Profile.Load}"),
                new("Contact", $"<{ContactUri(line)}>;{ContactParameters}"),
                new("Supported", Supported),
                new("Reason", $"SIP;cause=200;text=\"cisco-alarm:23 Name={phone.Device} Load={phone.Profile.Load} Last=reset-restart\""),
                new("Expires", ((int)expires.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            ],
        };
        return line.Authorize(request) is { } proof ? request with { Headers = [.. request.Headers, proof] } : request;
    }

    public string ContactUri(SipLineState line) => $"{SipUri.Of(line.Name, local.Host)}:{local.Port.ToString(CultureInfo.InvariantCulture)};transport={Transport}";

    private string ContactParameters =>
        $"+sip.instance=\"<urn:uuid:00000000-0000-0000-0000-{phone.Device.Mac.ToLowerInvariant()}>\";+u.sip!devicename.ccm.cisco.com=\"{phone.Device}\"{Model}";

    private string Model => phone.Profile.ModelNumber == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $";+u.sip!model.ccm.cisco.com=\"{phone.Profile.ModelNumber}\"");

    private string SentBy => $"{SipUri.Host(local.Host)}:{local.Port.ToString(CultureInfo.InvariantCulture)}";

    private string Transport => phone.Transport switch
    {
        SignallingTransport.Udp => "udp",
        SignallingTransport.Tls => "tls",
        _ => "tcp",
    };
}
