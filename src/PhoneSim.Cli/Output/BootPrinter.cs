using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Cli.Output;

/// <summary>A boot as lines of words or JSON.</summary>
internal sealed class BootPrinter(TextWriter output, bool json, bool explain) : IPhoneObserver
{
    private const int LineLimit = 2000;

    private DateTimeOffset? first;

    public void OnEvent(PhoneEvent phoneEvent)
    {
        first ??= phoneEvent.Time;
        if (json)
            JsonLine.Write(output, writer => EventJson.Write(writer, phoneEvent));
        else if (explain)
            output.WriteLine($"{(phoneEvent.Time - first.Value).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),8}  {Printable.Text(EventText.Describe(phoneEvent), LineLimit)}");
    }

    public void Print(BootReport report)
    {
        if (json)
            JsonLine.Write(output, writer => BootReportJson.Write(writer, report));
        else
            output.WriteLine(Printable.Text(Summary(report), LineLimit));
    }

    private static string Summary(BootReport report)
    {
        string resets = report.Findings.Resets == 1 ? "1 reset" : $"{report.Findings.Resets} resets";
        return $"{report.Device} ({report.Profile}): {BootReportJson.Word(report.Outcome)}{InUse(report)}{Capf(report)}; {report.Findings.Requests.Count} files asked, {resets}, {report.Duration.TotalMilliseconds:0} ms";
    }

    private static string InUse(BootReport report) => report.Findings switch
    {
        { FromFlash: true } => $", uses {report.Flash.Configuration!.FileName} from flash",
        { Configuration: { Configuration: not null } found } => $", {(found.Encrypted ? "decrypted" : "read")} {found.File}, signature {found.Signature.Word}",
        { Configuration: { } found } => $", refused {found.File}, signature {found.Signature.Word}",
        _ => "",
    };

    private static string Capf(BootReport report) => report.Findings.EnrolmentReason is { } reason ? $", would start CAPF now: {reason}" : "";
}
