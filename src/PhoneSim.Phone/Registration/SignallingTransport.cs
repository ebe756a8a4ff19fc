namespace PhoneSim.Phone.Registration;

public enum SignallingTransport
{
    Udp,
    Tcp,
    Tls,
}
