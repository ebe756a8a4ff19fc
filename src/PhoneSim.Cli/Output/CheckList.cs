using PhoneSim.Evidence.Checks;

namespace PhoneSim.Cli.Output;

/// <summary>The checks that there are.</summary>
internal static class CheckList
{
    public static void Print(TextWriter output, IReadOnlyCollection<string> only, bool json)
    {
        foreach (Check check in CheckSuite.Select(only))
            if (json)
                JsonLine.Write(output, writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("type", "check");
                    writer.WriteString("id", check.Id);
                    writer.WriteString("clause", check.Clause);
                    writer.WriteString("expected", check.Expects);
                    writer.WriteString("phone", check.Phone);
                    writer.WriteEndObject();
                });
            else
                output.WriteLine($"{check.Id,-26}  {check.Expects} ({check.Clause}); otherwise a phone {check.Phone}");
    }
}
