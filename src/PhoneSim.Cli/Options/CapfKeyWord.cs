using PhoneSim.Formats.Capf;

namespace PhoneSim.Cli.Options;

/// <summary>A key that CAPF may order, in one word: <c>rsa-2048</c>, <c>ec-384</c>.</summary>
internal static class CapfKeyWord
{
    private static readonly Dictionary<string, CapfKeySpec> Keys = new[] { 512, 1024, 2048, 3072, 4096 }.Select(CapfKeySpec.Rsa)
        .Concat(Enum.GetValues<CapfCurve>().Select(CapfKeySpec.Ec)).ToDictionary(Of);

    public static IEnumerable<string> All => Keys.Keys;

    public static CapfKeySpec Parse(string word) => Keys[word];

    public static string Of(CapfKeySpec key) => key.Curve switch
    {
        CapfCurve.P256 => "ec-256",
        CapfCurve.P384 => "ec-384",
        CapfCurve.P521 => "ec-521",
        _ => $"rsa-{key.RsaBits}",
    };
}
