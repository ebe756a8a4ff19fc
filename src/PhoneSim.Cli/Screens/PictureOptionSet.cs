using System.CommandLine;
using System.CommandLine.Parsing;
using System.Drawing;
using System.Globalization;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Painting;
using PhoneSim.Terminal.Picturing;

namespace PhoneSim.Cli.Screens;

/// <summary>What of a phone's screen is kept in files.</summary>
internal sealed class PictureOptionSet
{
    private const int Largest = 500;

    private readonly Option<string?> record = CreateRecord("Record the screen to F as asciicast v2 (asciinema play F); what is typed into a secret's field goes in only with --show-secrets");
    private readonly Option<string?> snapshot = new("--snapshot") { HelpName = "F.svg|F.txt", Description = "Write the last screen to F, as a picture or as text; secrets as with --record" };
    private readonly Option<Size> size = new("--size") { HelpName = "COLSxROWS", Description = $"Screen of --record and --snapshot; default: {ScreenPainter.Smallest.Width}x{ScreenPainter.Smallest.Height}", CustomParser = ParseSize };

    private readonly ThemeOption theme = new();

    public PictureOptionSet() => snapshot.Validators.Add(result =>
    {
        if (result.Tokens is [var file] && !ScreenPicture.Endings.Contains(Ending(file.Value)))
            result.AddError($"--snapshot {file.Value}: a name that ends in .{string.Join(" or .", ScreenPicture.Endings)} expected");
    });

    public static Option<string?> CreateRecord(string description) => new("--record") { HelpName = "F.cast", Description = description };

    /// <param name="hasTerminal">The size is that of the terminal.</param>
    public void AddTo(Command command, bool hasTerminal)
    {
        command.Options.Add(record);
        command.Options.Add(snapshot);
        command.Options.Add(theme);
        if (!hasTerminal)
            command.Options.Add(size);
    }

    public PictureSetup Bind(ParseResult parsed) => new(parsed.GetValue(record), parsed.GetValue(snapshot), parsed.GetValue<bool>("--show-secrets"))
    {
        Size = parsed.GetResult(size) is null ? ScreenPainter.Smallest : parsed.GetValue(size),
        Palette = Theme(parsed) ?? Palette.Standard,
    };

    /// <summary>Null: none was asked for.</summary>
    public Palette? Theme(ParseResult parsed) => parsed.GetValue(theme) is { } name ? Palette.Find(name) : null;

    public static string Ending(string path) => Path.GetExtension(path).TrimStart('.').ToLowerInvariant();

    private static Size ParseSize(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string[] numbers = text.Split('x');
        if (numbers.Length == 2 && TryParse(numbers[0], out int width) && TryParse(numbers[1], out int height) && width >= ScreenPainter.Smallest.Width && height >= ScreenPainter.Smallest.Height)
            return new(width, height);
        result.AddError($"--size {text}: COLSxROWS expected, from {ScreenPainter.Smallest.Width}x{ScreenPainter.Smallest.Height} to {Largest}x{Largest}");
        return ScreenPainter.Smallest;
    }

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Largest;
}
