namespace PhoneSim.Phone.Boot;

public enum DecryptionKey
{
    None,
    Manual,
    Lsc,
    Mic,
}
