using System.Text.Json;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Cli.Output;

/// <summary>Keys and passwords in a phone's flash, for <c>--show-secrets</c> only.</summary>
internal static class FlashSecrets
{
    public static void Print(TextWriter output, BootReport report, bool json)
    {
        (string Name, string Word, string? Value)[] secrets = Of(report.Flash);
        if (json)
            JsonLine.Write(output, writer => Write(writer, report, secrets));
        else
            foreach ((_, string word, string? value) in secrets)
                new FactTable(output).AddIf(word, value);
    }

    private static (string Name, string Word, string? Value)[] Of(FlashContents flash) =>
    [
        ("symmetricKey", "symmetric key", flash.SymmetricKey?.RevealHex()),
        ("digestUser", "digest user", flash.DigestCredentials?.User),
        ("digestPassword", "digest password", flash.DigestCredentials?.Password.Reveal()),
        ("phonePassword", "phone password", flash.Configuration?.Configuration.PhonePassword?.Reveal()),
    ];

    private static void Write(Utf8JsonWriter json, BootReport report, (string Name, string Word, string? Value)[] secrets)
    {
        json.WriteStartObject();
        json.WriteString("type", "secrets");
        json.WriteString("device", report.Device.ToString());
        foreach ((string name, _, string? value) in secrets)
            json.WriteString(name, value);
        json.WriteEndObject();
    }
}
