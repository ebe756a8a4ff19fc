using System.Text.RegularExpressions;
using Xunit;

namespace PhoneSim.TestSupport;

/// <summary>Looks for secrets in what a program told. Instants are passed over: one in some thousand runs has the digits of a password among those of its second.</summary>
public static partial class SecretSearch
{
    public static void AssertNone(IEnumerable<string> secrets, string told)
    {
        string searched = Instant().Replace(told, " ");
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, searched, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+")]
    private static partial Regex Instant();
}
