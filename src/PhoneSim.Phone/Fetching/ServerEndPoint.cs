namespace PhoneSim.Phone.Fetching;

/// <param name="Host">Name or address; an IPv6 address without brackets.</param>
public sealed record ServerEndPoint(string Host, int Port)
{
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
