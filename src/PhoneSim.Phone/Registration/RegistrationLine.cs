using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration;

/// <param name="Name">The user part of its address.</param>
/// <param name="Credentials">Null: the phone has none, or blank ones.</param>
public sealed record RegistrationLine(string Name, DigestUser? Credentials);
