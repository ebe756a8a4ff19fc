namespace PhoneSim.Formats.Configuration;

public sealed record ServerAddress(string Host, int Port);
