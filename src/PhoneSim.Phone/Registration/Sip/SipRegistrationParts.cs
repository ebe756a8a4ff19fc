using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration.Sip;

internal sealed record SipRegistrationParts(RegistrationRequest Request, ServerEndPoint Server, RegistrationOptions Options);
