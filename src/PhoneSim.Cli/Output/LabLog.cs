using PhoneSim.Formats;
using PhoneSim.Formats.Sccp;
using PhoneSim.Lab;
using PhoneSim.Lab.Sip;
using PhoneSim.Phone.Events;

namespace PhoneSim.Cli.Output;

/// <summary>What phones ask the lab, a line each.</summary>
internal static class LabLog
{
    private const int LineLimit = 300;

    public static LabObserver To(TextWriter error)
    {
        TextWriter lines = TextWriter.Synchronized(error);
        void Say(string protocol, string text) => lines.WriteLine($"{protocol,-5}  {Printable.Text(text, LineLimit)}");
        return new()
        {
            Tftp = seen => Say("tftp", $"{seen.Client}  {seen.File}  {seen.Answer}"),
            Http = seen => Say(seen.IsSecure ? "https" : "http", $"{seen.File}  {(seen.Length is { } length ? $"{length} bytes" : "not found")}"),
            Capf = report => Say("capf", $"{report.DeviceName}  {report.Operation}  {(report.Succeeded ? "done" : "failed")}: {report.Why}"),
            Tvs = seen => Say("tvs", $"{seen.DeviceName}  {(seen.IsValid ? "vouched for" : "not vouched for")}"),
            Sip = seen => Say("sip", Describe(seen)),
            Sccp = message => Say("sccp", $"{message.Id}"),
        };
    }

    private static string Describe(SipRegisterSeen seen) =>
        $"{seen.Request.Method} {seen.Request.Find("To") ?? seen.Request.Uri} by {EventText.Name(seen.Transport)}{(seen.Request.Find("Expires") == "0" ? ", to leave" : "")}  {(seen.Response is { } response ? $"{response.Status} {response.Reason}" : "no answer")}";

}
