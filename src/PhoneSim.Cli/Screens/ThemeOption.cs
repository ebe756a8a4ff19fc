using System.CommandLine;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Cli.Screens;

/// <summary>The colours of a screen.</summary>
internal sealed class ThemeOption : Option<string?>
{
    public ThemeOption() : base("--theme")
    {
        HelpName = "NAME";
        Description = $"Colours of the screen: {Names}";
        Validators.Add(result =>
        {
            if (result.Tokens is [var name] && Palette.Find(name.Value) is null)
                result.AddError($"--theme {name.Value}: there is {Names}");
        });
        CompletionSources.Add([.. Palette.All.Select(palette => palette.Name)]);
    }

    private static string Names => string.Join(", ", Palette.All.Select(palette => palette.Name));
}
