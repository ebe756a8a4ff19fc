namespace PhoneSim.Formats.Sip;

public sealed record DigestUser(string Name, Secret Password);
