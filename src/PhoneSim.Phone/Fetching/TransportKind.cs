namespace PhoneSim.Phone.Fetching;

public enum TransportKind
{
    Tftp,
    Http,
    Https,
}
