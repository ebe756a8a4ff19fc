using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration.Sccp;

internal sealed record SccpRegistrationParts(RegistrationRequest Request, ServerEndPoint Server, RegistrationSettings Settings);
