using System.CommandLine;
using System.Text.Json;
using PhoneSim.Cli.Options;
using PhoneSim.Formats;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Cli.Output;

/// <summary>A phone of the lab in words or JSON; secrets are dots unless they are asked for.</summary>
internal static class LabPhoneWriter
{
    public static void Write(ParseResult parsed, GlobalOptions global, LabPhone phone)
    {
        bool reveal = parsed.GetValue(global.ShowSecrets);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(global.Json))
            JsonLine.Write(output, json => Write(json, phone, reveal));
        else
            Write(new FactTable(output), phone, reveal);
    }

    private static void Write(FactTable facts, LabPhone phone, bool reveal)
    {
        facts.Add("phone", $"{phone.Name}, profile {phone.Profile}, line {phone.Line}");
        facts.Add("encrypted", phone.EncryptedConfig ? "on" : "off");
        facts.Add("security mode", $"{phone.SecurityMode}");
        facts.Add("digest", $"{phone.DigestUser}, password {Shown(phone.DigestPassword, reveal)}{(phone.ExcludeDigest ? ", excluded from the configuration file" : "")}");
        facts.AddIf("symmetric key", Key(phone, reveal));
        facts.Add("certificate", phone.Certificate is null ? "none known" : "known");
        facts.Add("capf", $"{Word(phone.Capf)}, {Word(phone.CapfMode)}{(phone.AuthString is { } text ? $", string {Shown(text, reveal)}" : "")}{(phone.Capf == CapfOperation.Install ? $", key {KeyWord(phone)}" : "")}{(phone.CapfCompletesBy is { } by ? $", by {by:u}" : "")}");
    }

    private static void Write(Utf8JsonWriter json, LabPhone phone, bool reveal)
    {
        json.WriteStartObject();
        json.WriteString("type", "phone");
        json.WriteString("name", phone.Name);
        json.WriteString("profile", phone.Profile);
        json.WriteString("line", phone.Line);
        json.WriteBoolean("encryptedConfig", phone.EncryptedConfig);
        json.WriteBoolean("excludeDigest", phone.ExcludeDigest);
        json.WriteNumber("securityMode", phone.SecurityMode);
        json.WriteString("digestUser", phone.DigestUser);
        json.WriteString("digestPassword", Shown(phone.DigestPassword, reveal));
        json.WriteString("key", Key(phone, reveal));
        json.WriteBoolean("certificate", phone.Certificate is not null);
        json.WriteString("capf", Word(phone.Capf));
        json.WriteString("capfMode", Word(phone.CapfMode));
        json.WriteString("capfKey", KeyWord(phone));
        if (phone.CapfCompletesBy is { } by)
            json.WriteString("capfCompletesBy", by);
        json.WriteString("authString", phone.AuthString is { } text ? Shown(text, reveal) : null);
        json.WriteEndObject();
    }

    private static string KeyWord(LabPhone phone) => CapfKeyWord.Of(new(phone.CapfCurve is null ? phone.CapfKeyBits : null, phone.CapfCurve));

    private static string? Key(LabPhone phone, bool reveal) => phone.Key is not { } key ? null : reveal ? key.RevealHex() : Secret.Dots;

    private static string Shown(Secret secret, bool reveal) => reveal ? secret.Reveal() : secret.ToString();

    private static string Word(CapfOperation operation) => operation.ToString().ToLowerInvariant();

    private static string Word(CapfAuthentication mode) => mode switch
    {
        CapfAuthentication.AuthString => "auth-string",
        CapfAuthentication.NullString => "null-string",
        CapfAuthentication.ExistingLscFirst => "lsc",
        _ => "mic",
    };
}
