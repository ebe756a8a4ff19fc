using System.Text.Json.Serialization;
using PhoneSim.Cli.Phones;

namespace PhoneSim.Cli.Screens;

/// <summary>What the screen remembers from one time to the next. The JSON generator sets what a file leaves out to null, so the setters put the default back.</summary>
internal sealed record ScreenMemory
{
    private const int MostRecent = 8;

    /// <summary>Null: none.</summary>
    public string? Profile { get; init; }

    /// <summary>As the option <c>--server</c> takes them; empty: the built-in lab.</summary>
    public IReadOnlyList<string> Servers { get; init => field = value ?? []; } = [];

    /// <summary>Of the servers; null: as by default.</summary>
    public int? HttpPort { get; init; }

    /// <summary>Of the servers; null: as by default.</summary>
    public int? HttpsPort { get; init; }

    /// <summary>Servers of earlier times, the last one first.</summary>
    public IReadOnlyList<string> RecentServers { get; init => field = value ?? []; } = [];

    /// <summary>Null: none was chosen.</summary>
    public string? Theme { get; init; }

    /// <summary>The servers to choose from.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> ServerChoices => [Terminal.Choosing.ServerChoices.Lab, .. RecentServers];

    public ScreenMemory With(PhoneSetup phone)
    {
        string[] servers = [.. phone.Servers.Select(server => server.ToString())];
        bool hasServer = servers.Length > 0;
        return this with
        {
            Profile = phone.Profile.Name,
            Servers = servers,
            HttpPort = hasServer ? phone.HttpPort : null,
            HttpsPort = hasServer ? phone.HttpsPort : null,
            RecentServers = [.. servers.Concat(RecentServers).Distinct().Take(MostRecent)],
        };
    }
}
