using System.Globalization;
using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;

namespace PhoneSim.Cli.Output;

/// <summary>Cases as they come, then the totals; as lines of words or JSON.</summary>
internal sealed class ReportPrinter(TextWriter output, bool asJson)
{
    private const int Column = 26;

    public void Print(string section, ReportCase found)
    {
        if (asJson)
            JsonLine.Write(output, json => JsonReport.WriteCase(json, section, found));
        else
            Write(found);
    }

    public void Print(Report report)
    {
        if (asJson)
            JsonLine.Write(output, json => JsonReport.WriteTotals(json, report));
        else
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Count(CheckVerdict.Pass)} passed, {report.Count(CheckVerdict.Fail)} failed, {report.Count(CheckVerdict.Skip)} skipped ({report.Duration.TotalSeconds:0.0} s)"));
    }

    private void Write(ReportCase found)
    {
        string name = $"{JsonReport.Word(found.Verdict)}  {found.Id.PadRight(Column)}";
        if (found.Verdict == CheckVerdict.Skip)
        {
            output.WriteLine($"{name}  {found.Found}");
            return;
        }

        output.WriteLine($"{name}  {found.Expected}: {found.Found}");
        if (found.Verdict != CheckVerdict.Fail)
            return;
        if (found.Phone.Length > 0)
            output.WriteLine($"{"",6}{"",Column}  A phone {found.Phone}.");
        if (found.Clause.Length > 0)
            output.WriteLine($"{"",6}{"",Column}  Stands on {found.Clause}.");
    }
}
