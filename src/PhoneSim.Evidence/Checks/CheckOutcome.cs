using PhoneSim.Formats;

namespace PhoneSim.Evidence.Checks;

/// <param name="Found">What came; harmless to print.</param>
public sealed record CheckOutcome(CheckVerdict Verdict, string Found)
{
    private const int Limit = 300;

    public static CheckOutcome Pass(string found) => new(CheckVerdict.Pass, Printable.Text(found, Limit));

    public static CheckOutcome Fail(string found) => new(CheckVerdict.Fail, Printable.Text(found, Limit));

    public static CheckOutcome Skip(string why) => new(CheckVerdict.Skip, Printable.Text(why, Limit));

    public static CheckOutcome Of(bool holds, string found) => holds ? Pass(found) : Fail(found);
}
