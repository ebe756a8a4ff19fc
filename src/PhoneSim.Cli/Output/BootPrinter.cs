using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Cli.Output;

/// <summary>A boot as lines of words or JSON.</summary>
internal sealed class BootPrinter(TextWriter output, FirmwareProfile profile, BootPrinting how) : IPhoneObserver
{
    private const int LineLimit = 2000;

    private DateTimeOffset? first;
    private string shownId = "";

    public void OnEvent(PhoneEvent phoneEvent)
    {
        first ??= phoneEvent.Time;
        if (how.Json)
            JsonLine.Write(output, writer => EventJson.Write(writer, phoneEvent));
        else if (how.Explain)
            Explain(phoneEvent, phoneEvent.Time - first.Value);
    }

    public void Print(BootReport report)
    {
        if (how.ShowSecrets)
            FlashSecrets.Print(output, report, how.Json);
        if (how.Json)
            JsonLine.Write(output, writer => BootReportJson.Write(writer, report));
        else
            output.WriteLine(Printable.Text(BootSummary.Of(report), LineLimit));
    }

    /// <summary>States are headings, what happens in them is indented.</summary>
    private void Explain(PhoneEvent phoneEvent, TimeSpan since)
    {
        Write(since, phoneEvent is StateEntered ? "" : "  ", EventText.Describe(phoneEvent));
        if (phoneEvent is StateEntered entered)
            ExplainScreen(StateTexts.Id(entered.State, entered.Trigger == BootTrigger.RegistrationFailed ? BootOutcome.Unreachable : null), since);
    }

    private void ExplainScreen(string textId, TimeSpan since)
    {
        if (textId == shownId)
            return;
        shownId = textId;
        SourcedText text = profile.Texts[textId];
        Write(since, "  ", $"screen says \"{text.Text}\" ({EventText.Name(text.Source)} text)");
    }

    private void Write(TimeSpan since, string indent, string text) =>
        output.WriteLine($"{since.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),8}  {indent}{Printable.Text(text, LineLimit)}");
}
