using System.CommandLine;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Cli.Options;

/// <summary>A state of the boot machine by its name, in any case.</summary>
internal sealed class StateOption : Option<BootState?>
{
    public StateOption(string name, string description) : base(name)
    {
        HelpName = "STATE";
        Description = description;
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (Enum.GetNames<BootState>().Contains(text, StringComparer.OrdinalIgnoreCase))
                return Enum.Parse<BootState>(text, ignoreCase: true);
            result.AddError($"{name} {text}: one of {string.Join(", ", Enum.GetNames<BootState>())} expected");
            return null;
        };
        CompletionSources.Add(_ => Enum.GetNames<BootState>().Select(state => new System.CommandLine.Completions.CompletionItem(state)));
    }
}
