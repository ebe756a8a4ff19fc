namespace PhoneSim.Phone.Profiles;

public enum SignallingProtocol
{
    Sip,
    Sccp,
}
