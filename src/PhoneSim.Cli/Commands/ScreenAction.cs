using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Phones;
using PhoneSim.Cli.Screens;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands;

/// <summary>What <c>phonesim</c> alone and <c>phonesim phone</c> do: the phone on the screen, against the built-in lab unless a server is named or was the last time.</summary>
internal sealed class ScreenAction
{
    private readonly PhoneOptionSet phone = new();
    private readonly PictureOptionSet pictures = new();
    private readonly Option<bool> step = new("--step") { Description = "Hold the boot from power-on: F10 steps, F5 runs, F9 breakpoints" };
    private readonly OtlpOption otlp = new();
    private readonly Option<bool> fresh = new("--fresh") { Description = "Begin with the default phone, the built-in lab and the default colours, not with those of the last time" };

    public void AddTo(Command command)
    {
        phone.AddTo(command);
        command.Options.Add(step);
        command.Options.Add(fresh);
        command.Options.Add(otlp);
        pictures.AddTo(command, hasTerminal: true);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        MemoryFile file = new(MemoryFile.DefaultPath, parsed.InvocationConfiguration.Error);
        ScreenMemory memory = parsed.GetValue(fresh) ? new() : file.Read();
        PhoneSetup asked = phone.Bind(parsed) with { Stepped = parsed.GetValue(step) };
        ProfileStore profiles = phone.Profiles(parsed);
        PhoneSetup setup = WithServer(parsed, WithProfile(parsed, asked, memory, profiles), memory);
        ScreenSession session = new(profiles, new LessonStore(), pictures.Bind(parsed)) { Greeting = Greeting(asked, setup) };
        using StringWriter said = new();
        using (otlp.Begin(parsed, $"{setup.Device}", TextWriter.Synchronized(said)))
            file.Write(await session.RunAsync(setup, pictures.Theme(parsed), memory, cancellation));
        await parsed.InvocationConfiguration.Error.WriteAsync(said.ToString()); // not while the screen is on the same terminal
        return ExitCode.Done;
    }

    private PhoneSetup WithProfile(ParseResult parsed, PhoneSetup asked, ScreenMemory memory, ProfileStore profiles) =>
        !phone.NamesProfile(parsed) && memory.Profile is { } name && profiles.Find(name) is { } last ? asked with { Profile = last } : asked;

    private PhoneSetup WithServer(ParseResult parsed, PhoneSetup asked, ScreenMemory memory)
    {
        if (phone.NamesServer(parsed))
            return asked;
        List<ServerEndPoint> servers = [];
        foreach (string text in memory.Servers)
            if (ServerText.TryParse(text, PhoneOptionSet.TftpPort, out ServerEndPoint? server))
                servers.Add(server);
        return servers.Count == 0 ? asked : asked with { Servers = servers, HttpPort = memory.HttpPort ?? asked.HttpPort, HttpsPort = memory.HttpsPort ?? asked.HttpsPort };
    }

    private static string Greeting(PhoneSetup asked, PhoneSetup setup) =>
        (asked.Profile, asked.Servers.Count) == (setup.Profile, setup.Servers.Count) ? ""
        : $"As the last time: {setup.Profile.Name}{(setup.Servers.Count > asked.Servers.Count ? $", server {string.Join(", ", setup.Servers)}" : "")}. ^P changes it, --fresh forgets it";
}
