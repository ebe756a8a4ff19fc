using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration;

/// <summary>SIP or SCCP: registers with one call manager.</summary>
internal interface ICallManagerProtocol
{
    Task<RegistrationAttempt> RegisterAsync(ServerEndPoint server, CancellationToken cancellation);
}
