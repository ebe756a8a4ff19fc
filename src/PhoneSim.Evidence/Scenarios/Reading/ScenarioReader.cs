using PhoneSim.Phone;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>Reads a scenario file; every mistake is found in one go.</summary>
public static class ScenarioReader
{
    private const int MostSeeds = int.MaxValue;

    /// <param name="file">As shown to users; files that the scenario names lie beside it.</param>
    /// <param name="errors">Receives every mistake.</param>
    /// <returns>Null: there are mistakes.</returns>
    public static Scenario? Read(string file, string text, ProfileStore profiles, ICollection<DocumentError> errors)
    {
        List<DocumentError> own = [];
        Scenario? scenario = YamlDocument.Read(file, text, own) is { } document ? Bind(document, file, profiles, own) : null;
        foreach (DocumentError error in own)
            errors.Add(error);
        return own.Count == 0 ? scenario : null;
    }

    private static Scenario? Bind(ObjectNode document, string file, ProfileStore profiles, List<DocumentError> all)
    {
        FieldErrors errors = new(all, isWhole: true);
        Fields f = new(document, "", errors);
        ReadingContext context = new(Path.GetDirectoryName(file) ?? "", profiles, errors, DeviceOf(f));
        string title = f.Text("title");
        string story = f.Text("story");
        ScenarioPhone? phone = PhoneReader.Read(f.Section("phone"), context);
        Scenario? scenario = phone is null ? null : new()
        {
            Name = Path.GetFileNameWithoutExtension(file),
            File = file,
            Title = title,
            Story = story,
            Seed = (ulong)f.Number("seed", 0, MostSeeds, 1),
            Phone = phone,
            Server = f.OptionalSection("server") is { } server ? ServerReader.Read(server, context) : ServerReader.Default,
            Faults = f.OptionalSection("faults") is { } faults ? FaultReader.Read(faults, context) : Network.Faults.RelayFaults.None,
            Answers = AnswerReader.Read(f.Map("answers"), "answers", context),
            Steps = StepReader.Read(f.Nodes("steps"), context),
        };
        if (phone is not null)
        {
            f.Require("steps", "a list of steps");
            f.End();
        }

        return scenario;
    }

    private static DeviceName DeviceOf(Fields f) =>
        DeviceName.TryParse((f.Node("phone") as ObjectNode)?.Members.GetValueOrDefault("mac")?.AsText ?? PhoneReader.DefaultMac, out DeviceName? device) ? device : PhoneReader.DefaultDevice;
}
