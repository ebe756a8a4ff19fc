using System.CommandLine;
using System.Text.Json;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Cli.Phones;
using PhoneSim.Cli.Screens;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Cli.Commands;

internal sealed class PressCommand : ExampleCommand
{
    private readonly PhoneOptionSet phone = new();
    private readonly Argument<string[]> keys = new("KEY")
    {
        Description = "0-9 * # settings applications up down left right select back (as far as the phone has them) soft:LABEL row:LABEL hex:DIGITS text:TEXT wait:MS reset; "
            + "poweron:# switches it off and on while # is held; *+#+0 presses keys together",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly PictureOptionSet pictures = new();
    private readonly OtlpOption otlp = new();
    private readonly GlobalOptions global;

    public PressCommand(GlobalOptions global)
        : base("press", "Press keys on the phone of a flash and print the screen it ends on.", "phonesim press settings 'row:Security Configuration' --profile 7962-sip-manual")
    {
        this.global = global;
        phone.AddTo(this);
        pictures.AddTo(this, hasTerminal: false);
        Options.Add(otlp);
        Arguments.Add(keys);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<KeyStep> steps = KeyParser.Parse(parsed.GetRequiredValue(keys), out IReadOnlyList<string> errors);
        if (errors.Count > 0)
            throw CommandException.Usage(errors[0]);
        PhoneSetup setup = phone.Bind(parsed);
        if (setup.Servers.Count == 0 && steps.Any(step => step is KeyStep.Reset or KeyStep.Press { Key: PhoneKey.PowerOn }))
            throw CommandException.Usage("reset and poweron: boot the phone, and that needs a server; for example --server 192.0.2.10");
        using PhoneRig rig = new(setup);
        using MetricsExport? export = otlp.Begin(parsed, $"{setup.Device}");
        using KeyedScreen screen = new(rig, setup, pictures.Bind(parsed));
        string? problem = await screen.PressAsync(steps, cancellation);
        Print(parsed, screen.Phone.Screen, setup);
        if (problem is not null)
            throw CommandException.Failed(problem);
        return ExitCode.Done;
    }

    private void Print(ParseResult parsed, ScreenSnapshot screen, PhoneSetup setup)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        ScreenSnapshot shown = parsed.GetValue(global.ShowSecrets) ? screen : screen.WithoutSecrets();
        if (parsed.GetValue(global.Json))
            JsonLine.Write(output, json => Write(json, shown));
        else
            WriteText(output, shown, setup);
    }

    private static void WriteText(TextWriter output, ScreenSnapshot screen, PhoneSetup setup)
    {
        output.Write(ScreenText.Render(screen, setup.Profile.Screen));
        if (screen.Lamps.Count > 0)
            output.WriteLine($"lamps: {string.Join(", ", screen.Lamps)}");
    }

    private static void Write(Utf8JsonWriter json, ScreenSnapshot screen)
    {
        json.WriteStartObject();
        json.WriteString("title", screen.Title);
        json.WriteStartArray("rows");
        foreach (ScreenRow row in screen.Rows)
        {
            json.WriteStartObject();
            json.WriteString("label", row.Label);
            json.WriteString("value", row.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteField(json, screen);
        json.WriteStartArray("softkeys");
        foreach (string label in screen.Softkeys)
            json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteStartArray("lamps");
        foreach (LitLamp lamp in screen.Lamps)
            json.WriteStringValue(lamp.ToString());
        json.WriteEndArray();
        json.WriteBoolean("locked", screen.Locked);
        json.WriteString("status", screen.Status);
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ScreenSnapshot screen)
    {
        if (screen.Entry is not { } entry)
            return;
        json.WriteStartObject("entry");
        json.WriteString("prompt", entry.Prompt);
        json.WriteString("text", entry.Text);
        json.WriteEndObject();
    }
}
