using System.CommandLine;
using System.Globalization;

namespace PhoneSim.Cli.Options;

/// <summary>A number above zero; null: not given.</summary>
internal sealed class NumberOption : Option<double?>
{
    public NumberOption(string name, string helpName, string description, double highest) : base(name)
    {
        HelpName = helpName;
        Description = description;
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number > 0 && number <= highest)
                return number;
            result.AddError($"{name} {text}: a number above 0, at most {highest.ToString(CultureInfo.InvariantCulture)}, expected");
            return null;
        };
    }
}
