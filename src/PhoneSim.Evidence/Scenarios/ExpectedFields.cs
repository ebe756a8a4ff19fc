using System.Globalization;
using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>All fields that an <c>expect</c> may have, and where what they are about is seen.</summary>
public static class ExpectedFields
{
    /// <summary>What the phone or the lab would not do; what is refused and not expected here fails the scenario.</summary>
    public const string Refused = "refused";

    private static readonly string[] Presence = ["present", "absent"];
    private static readonly string[] Flag = ["true", "false"];
    private static readonly string[] TrustWords = ["none", "initial", "unchanged", "updated", "rejected"];

    public static IReadOnlyList<ExpectedField> All { get; } =
    [
        One("outcome", m => m.Report is { } r ? BootReportJson.Word(r.Outcome) : "off", [.. Enum.GetValues<BootOutcome>().Select(BootReportJson.Word)]),
        One("state", m => $"{m.Report?.State ?? BootState.PoweredOff}", Enum.GetNames<BootState>()),
        new("files", FieldShape.Pairs, FieldMatch.Equal, m => m.Files),
        new("asked", FieldShape.List, FieldMatch.InOrder, m => m.Requests.Select(r => r.File)),
        new("notAsked", FieldShape.List, FieldMatch.Absent, m => m.Requests.Select(r => r.File)),
        One("config.file", m => m.Configuration?.File ?? "none"),
        One("config.full", m => Word(m.Configuration?.Configuration?.FullConfig), Flag),
        One("config.encrypted", m => Word(m.Configuration?.Encrypted), Flag),
        One("config.signature", m => m.SignatureWord, ["valid", "invalid", "unknown-signer", "ignored", "absent"]),
        One("config.digest", m => $"{m.Configuration?.Digest}".ToLowerInvariant(), ["sha1", "sha256", "sha512"]),
        One("config.source", m => m.Report is { Findings.FromFlash: true } ? "flash" : m.Configuration is null ? "none" : "network", ["network", "flash", "none"]),
        One("trust.ctl", m => m.CtlWord, TrustWords),
        One("trust.itl", m => m.ItlWord, TrustWords),
        One("certificate", m => m.Flash switch { { Lsc: not null } => "lsc", { Mic: not null } => "mic", _ => "none" }, ["lsc", "mic", "none"]),
        new("capf", FieldShape.Pairs, FieldMatch.Equal, m => m.Capf),
        new("tvs", FieldShape.Pairs, FieldMatch.Equal, m => m.Tvs),
        One("digestUser", m => m.Flash.DigestCredentials switch { null => "none", { IsBlank: true } => "blank", { User: var user } => user }),
        One("digestSource", m => m.Report is { Findings.CredentialsFromFile: true } ? "file" : "flash", ["file", "flash"]),
        new("status", FieldShape.List, FieldMatch.InOrder, m => m.Report?.Findings.StatusMessages ?? []),
        new("screen", FieldShape.List, FieldMatch.Contained, m => m.Screen),
        One("resets", m => $"{m.Report?.Findings.Resets ?? 0}"),
        One("flash.key", m => Present(m.Flash.SymmetricKey), Presence),
        One("flash.ctl", m => Present(m.Flash.Ctl), Presence),
        One("flash.itl", m => Present(m.Flash.Itl), Presence),
        One("flash.configuration", m => Present(m.Flash.Configuration), Presence),
        One("flash.encryptedConfig", m => Word(m.Flash.Settings.EncryptedConfig), Flag),
        new("changed", FieldShape.List, FieldMatch.InOrder, m => m.Changed),
        new("unchanged", FieldShape.List, FieldMatch.InOrder, m => m.Unchanged),
        new("events", FieldShape.List, FieldMatch.Contained, m => m.EventLines),
        new(Refused, FieldShape.List, FieldMatch.Contained, m => m.Refusals),
        new("seconds.atLeast", FieldShape.One, FieldMatch.AtLeast, Seconds),
        new("seconds.atMost", FieldShape.One, FieldMatch.AtMost, Seconds),
    ];

    private static ExpectedField One(string path, Func<Moment, string> seen, params IReadOnlyList<string> words) => new(path, FieldShape.One, FieldMatch.Equal, m => [seen(m)]) { Words = words };

    private static IEnumerable<string> Seconds(Moment moment) => [moment.Took.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)];

    private static string Present(object? item) => item is null ? "absent" : "present";

    private static string Word(bool? flag) => flag switch { true => "true", false => "false", _ => "none" };
}
