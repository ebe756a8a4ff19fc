using System.CommandLine;
using PhoneSim.Cli.Phones;

namespace PhoneSim.Cli.Options;

/// <summary>What of the network's traffic is kept in files.</summary>
internal sealed class WireOptionSet
{
    private readonly Option<string?> pcap = new("--pcap") { HelpName = "F", Description = "Write what the sockets carry to F (pcapng, for Wireshark); TLS secrets go in only with --show-secrets" };
    private readonly Option<string?> keyLog = new("--keylog") { HelpName = "F", Description = "Append the secrets of TLS connections to F (NSS key log format, for Wireshark)" };

    public void AddTo(Command command)
    {
        command.Options.Add(pcap);
        command.Options.Add(keyLog);
    }

    /// <summary>Says on standard error what a capture will lack.</summary>
    public WireSetup Bind(ParseResult parsed)
    {
        WireSetup setup = new(parsed.GetValue(pcap), parsed.GetValue(keyLog), parsed.GetValue<bool>("--show-secrets")) { Diagnostics = parsed.InvocationConfiguration.Error };
        if (setup is { Capture: { } file, ShowSecrets: false })
            parsed.InvocationConfiguration.Error.WriteLine($"phonesim: {file} holds no TLS secrets; --show-secrets puts them in, --keylog F writes them beside it");
        return setup;
    }
}
