namespace PhoneSim.Formats.Configuration;

/// <param name="Priority">0 is tried first.</param>
public sealed record CallManager(int Priority, string Host, int SipPort, int SecuredSipPort, int SccpPort);
