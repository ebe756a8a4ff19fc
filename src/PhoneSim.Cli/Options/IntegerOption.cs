using System.CommandLine;
using System.Globalization;

namespace PhoneSim.Cli.Options;

/// <summary>A whole number between two limits.</summary>
internal sealed class IntegerOption : Option<int>
{
    private const int LastPort = 65535;

    /// <param name="fallback">Null: the command decides what its absence means.</param>
    public IntegerOption(string name, string description, int? fallback, int lowest, int highest) : base(name)
    {
        HelpName = "N";
        Description = description;
        if (fallback is { } value)
            DefaultValueFactory = _ => value;
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest)
                return number;
            result.AddError($"{name} {text}: a number from {lowest} to {highest} expected");
            return lowest;
        };
    }

    public static IntegerOption Port(string name, string description, int fallback) => new(name, description, fallback, 0, LastPort);
}
