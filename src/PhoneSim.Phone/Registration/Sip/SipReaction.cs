using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>What a call manager's request leads to.</summary>
/// <param name="Response">Null: the request has no answer.</param>
/// <param name="Command">Carried out after the answer is sent; null: none.</param>
internal sealed record SipReaction(SipResponse? Response, RegistrationCommand? Command = null);
