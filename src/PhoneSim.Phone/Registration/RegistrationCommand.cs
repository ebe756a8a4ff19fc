using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration;

/// <summary>What a call manager tells a registered phone.</summary>
/// <param name="ConfigVersionStamp">The server's stamp of the configuration; null: none named.</param>
public sealed record RegistrationCommand(ServiceAction Action, string? ConfigVersionStamp);
