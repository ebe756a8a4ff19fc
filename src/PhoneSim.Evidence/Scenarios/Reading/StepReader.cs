using PhoneSim.Formats;
using PhoneSim.Network.Faults;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>Reads the steps: a word, or an object with one field.</summary>
internal static class StepReader
{
    private static readonly Dictionary<string, ResetKind> Starts = new()
    {
        ["power-on"] = ResetKind.Reset, ["reset"] = ResetKind.Reset, ["restart"] = ResetKind.Restart, ["factory-reset"] = ResetKind.FactoryReset,
    };

    private static readonly string[] Certificates = ["SAST", "CUCM", "CAPF", "TVS"];

    public static IReadOnlyList<string> Words { get; } = [.. Starts.Keys];

    public static IReadOnlyList<ScenarioStep> Read(IReadOnlyList<DocumentNode> steps, ReadingContext context) =>
        [.. steps.Select((node, i) => Read(node, $"steps[{i}]", context)).OfType<ScenarioStep>()];

    private static ScenarioStep? Read(DocumentNode node, string path, ReadingContext context)
    {
        if (node is not ObjectNode step)
            return ReadWord(node, path, context);
        Fields f = new(step, path, context.Errors);
        ScenarioStep?[] given =
        [
            ReadPress(f, node.Line, context), ReadAuthString(f, node.Line), ReadLab(f, node.Line, context), ReadRegenerate(f, node.Line), ReadMove(f, node.Line, context), ReadLoad(f, node.Line, context),
            ReadWait(f, node.Line), ReadFaults(f, node.Line, context), ReadAnswers(f, node.Line, path, context), ReadExpect(f, node.Line, context),
        ];
        f.End();
        if (step.Members.Count != 1)
            context.Errors.Add(node.Error(path, $"a step is one thing; found {step.Members.Count}: {string.Join(", ", step.Members.Keys)}"));
        return given.FirstOrDefault(s => s is not null);
    }

    private static ScenarioStep.Start? ReadWord(DocumentNode node, string path, ReadingContext context)
    {
        if (Starts.TryGetValue(node.AsText ?? "", out ResetKind kind))
            return new(node.Line, node.AsText!, kind);
        context.Errors.Add(node.Error(path, $"must be one of: {string.Join(", ", Words)}; or an object like \"press: [...]\" or \"expect: {{...}}\"; found {node.Found}"));
        return null;
    }

    private static ScenarioStep.Press? ReadPress(Fields f, int line, ReadingContext context)
    {
        if (f.Node("press") is not { } node)
            return null;
        IReadOnlyList<string> words = node is ArrayNode ? f.Texts("press") : [f.OptionalText("press") ?? ""];
        IReadOnlyList<KeyStep> keys = KeyParser.Parse(words, out IReadOnlyList<string> errors);
        foreach (string error in errors)
            context.Errors.Add(node.Error("press", error));
        return new(line, "press", keys);
    }

    private static ScenarioStep.EnterAuthString? ReadAuthString(Fields f, int line) => f.OptionalText("authString") is { } digits ? new(line, "authString", new Secret(digits)) : null;

    private static ScenarioStep.ChangeLab? ReadLab(Fields f, int line, ReadingContext context) =>
        f.OptionalSection("lab") is { } lab ? new(line, "lab", ServerReader.ReadSettings(lab, context)) : null;

    private static ScenarioStep.Regenerate? ReadRegenerate(Fields f, int line)
    {
        if (!f.Has("regenerate"))
            return null;
        IReadOnlyList<string> names = f.Texts("regenerate");
        if (names.Except(Certificates).FirstOrDefault() is { } wrong)
            f.Refuse("regenerate", $"must be a list of: {string.Join(", ", Certificates)}; found \"{wrong}\"");
        return new(line, $"regenerate {string.Join(", ", names)}", names);
    }

    private static ScenarioStep.Move? ReadMove(Fields f, int line, ReadingContext context) =>
        f.OptionalSection("move") is { } server ? new(line, "move", ServerReader.Read(server, context)) : null;

    private static ScenarioStep.ChangeLoad? ReadLoad(Fields f, int line, ReadingContext context)
    {
        if (f.OptionalSection("load") is not { } load)
            return null;
        load.Require("profile", "the name of a firmware profile");
        FirmwareProfile? profile = context.Profile(load);
        load.End();
        return profile is null ? null : new(line, $"load {profile.Name}", profile);
    }

    private static ScenarioStep.Wait? ReadWait(Fields f, int line) => f.Has("wait") ? new(line, "wait", f.Seconds("wait", TimeSpan.Zero)) : null;

    private static ScenarioStep.Fault? ReadFaults(Fields f, int line, ReadingContext context) => f.OptionalSection("faults") is { } faults ? new(line, "faults", FaultReader.Read(faults, context)) : null;

    private static ScenarioStep.Answer? ReadAnswers(Fields f, int line, string path, ReadingContext context) =>
        f.Has("answers") ? new(line, "answers", AnswerReader.Read(f.Map("answers"), $"{path}.answers", context)) : null;

    private static ScenarioStep.Expect? ReadExpect(Fields f, int line, ReadingContext context) => f.OptionalSection("expect") is { } expected ? new(line, "expect", ExpectationReader.Read(expected, context)) : null;
}
