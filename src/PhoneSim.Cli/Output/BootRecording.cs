using System.Globalization;
using System.Text;
using System.Text.Json;
using PhoneSim.Cli.Inspection;
using PhoneSim.Evidence.Explain;
using PhoneSim.Evidence.Reports;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Cli.Output;

/// <summary>A boot kept as <c>--json</c> would have it, so that its report is what <c>explain</c> makes of a saved run.</summary>
internal sealed class BootRecording(IPhoneObserver next) : IPhoneObserver
{
    private readonly StringBuilder lines = new();
    private readonly Dictionary<string, ReadOnlyMemory<byte>> files = [];
    private readonly DateTimeOffset began = TimeProvider.System.GetUtcNow();

    public void OnEvent(PhoneEvent phoneEvent)
    {
        Keep(json => EventJson.Write(json, phoneEvent));
        if (phoneEvent is FileAnswered { Result: { Answer: FetchAnswer.Ok } result } answered)
            files[answered.File] = result.Content;
        next.OnEvent(phoneEvent);
    }

    public Report ToReport(BootReport boot)
    {
        Keep(json => BootReportJson.Write(json, boot));
        SavedRun run = SavedRun.Parse(Encoding.UTF8.GetBytes(lines.ToString()));
        return new()
        {
            Title = $"phonesim boot of {boot.Device}",
            Facts = [("phone", $"{boot.Device}, {boot.Profile}"), ("outcome", BootReportJson.Word(boot.Outcome)), ("made by", CommandLineApp.Version)],
            Began = began,
            Duration = boot.Duration,
            Sections = ExplainReport.Sections(RunStory.Of(run), FileDecoding.Decode(files.Select(f => (f.Key, f.Value)), boot.Flash.Certificate?.Rsa, boot.Flash.SymmetricKey)),
        };
    }

    private void Keep(Action<Utf8JsonWriter> write)
    {
        using StringWriter line = new(lines, CultureInfo.InvariantCulture);
        JsonLine.Write(line, write);
    }
}
