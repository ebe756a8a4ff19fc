using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands.Lab;

internal sealed class LabPhoneSetCommand : ExampleCommand
{
    private readonly LabOptionSet lab = new();
    private readonly Argument<string> name = new("NAME") { Description = "SEP and the MAC address" };
    private readonly Option<string?> encrypted = OnOff("--encrypted-config", "Check box TFTP Encrypted Config");
    private readonly Option<string?> excludeDigest = OnOff("--exclude-digest", "Check box Exclude Digest Credentials in Configuration File");
    private readonly Option<int?> securityMode = new("--security-mode") { HelpName = "N", Description = "Device security mode: 1 non-secure, 2 authenticated, 3 encrypted" };
    private readonly Option<string?> key = new("--key") { HelpName = "HEX", Description = "Field Symmetric Key" };
    private readonly Option<bool> generate = new("--generate-key") { Description = "Button Generate String" };
    private readonly Option<bool> revert = new("--revert-key") { Description = "Button Revert to Database Value" };
    private readonly Option<string?> certificate = new("--cert") { HelpName = "PEM", Description = "The phone's certificate: its configuration is encrypted for this key" };
    private readonly Option<string?> capf = new("--capf") { HelpName = "install|delete|fetch|none", Description = "Field Certificate Operation" };
    private readonly Option<string?> capfMode = new("--capf-mode") { HelpName = "auth-string|null-string|lsc|mic", Description = "Field Authentication Mode" };
    private readonly Option<string?> capfKey = new("--capf-key") { HelpName = "KEY", Description = "Fields Key Order and Key Size of an install: rsa-512 … rsa-4096, ec-256, ec-384, ec-521" };
    private readonly Option<DateTimeOffset?> capfBy = new("--capf-by") { HelpName = "TIME", Description = "Field Operation Completes By (ISO 8601); without it a new --capf has no deadline" };
    private readonly Option<string?> authString = new("--auth-string") { HelpName = "DIGITS", Description = "Field Authentication String: 4 to 10 digits" };
    private readonly GlobalOptions global;

    public LabPhoneSetCommand(GlobalOptions global)
        : base("set", "Change a phone; its files are made anew at once.", "phonesim lab phone set SEP001122334455 --encrypted-config on --generate-key")
    {
        this.global = global;
        capf.AcceptOnlyFromAmong("install", "delete", "fetch", "none");
        capfMode.AcceptOnlyFromAmong("auth-string", "null-string", "lsc", "mic");
        capfKey.AcceptOnlyFromAmong([.. CapfKeyWord.All]);
        lab.AddTo(this);
        Arguments.Add(name);
        foreach (Option option in new Option[] { encrypted, excludeDigest, securityMode, key, generate, revert, certificate, capf, capfMode, capfKey, capfBy, authString })
            Options.Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        (PhoneDatabase database, LabPhone phone) = lab.Find(parsed, parsed.GetRequiredValue(name));
        FirmwareProfile profile = ProfileOptionSet.Find(lab.Profiles(parsed), phone.Profile);
        database.Save(WithButtons(parsed, Change(parsed).ApplyTo(phone, profile), profile));
        LabPhoneWriter.Write(parsed, global, database.Find(phone.Name)!);
        return ExitCode.Done;
    }

    private LabPhoneChange Change(ParseResult parsed) => new()
    {
        EncryptedConfig = IsOn(parsed.GetValue(encrypted)),
        ExcludeDigest = IsOn(parsed.GetValue(excludeDigest)),
        SecurityMode = parsed.GetValue(securityMode) switch
        {
            null => null,
            >= 1 and <= 3 and var mode => mode,
            var other => throw CommandException.Usage($"--security-mode {other}: 1 (non-secure), 2 (authenticated) or 3 (encrypted) expected"),
        },
        Certificate = parsed.GetValue(certificate) is { } pem ? InputFiles.Certificate(pem).ExportCertificatePem() : null,
        Key = parsed.GetValue(key) is { } typed ? new(typed) : null,
        Capf = parsed.GetValue(capf) is { } operation ? Enum.Parse<CapfOperation>(operation, ignoreCase: true) : null,
        CapfMode = parsed.GetValue(capfMode) switch
        {
            "auth-string" => CapfAuthentication.AuthString,
            "null-string" => CapfAuthentication.NullString,
            "lsc" => CapfAuthentication.ExistingLscFirst,
            "mic" => CapfAuthentication.ExistingMic,
            _ => null,
        },
        AuthString = parsed.GetValue(authString) switch
        {
            null => null,
            { Length: >= 4 and <= 10 } digits when digits.All(char.IsAsciiDigit) => new Secret(digits),
            _ => throw CommandException.Usage("--auth-string: 4 to 10 digits expected"),
        },
    };

    private LabPhone WithButtons(ParseResult parsed, LabPhone phone, FirmwareProfile profile) => (parsed.GetValue(key), parsed.GetValue(generate), parsed.GetValue(revert)) switch
    {
        (null, true, false) => phone.WithGeneratedKey(profile),
        (null, false, true) => phone.WithRevertedKey(),
        (_, false, false) => phone,
        _ => throw CommandException.Usage("one of --key, --generate-key and --revert-key at a time"),
    };

    private static bool? IsOn(string? word) => word is null ? null : word == "on";

    private static Option<string?> OnOff(string name, string description)
    {
        Option<string?> option = new(name) { HelpName = "on|off", Description = description };
        option.AcceptOnlyFromAmong("on", "off");
        return option;
    }
}
