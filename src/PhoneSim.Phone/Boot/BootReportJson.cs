using System.Security.Cryptography;
using System.Text.Json;
using PhoneSim.Formats;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>The result line of shared/spec/cli.md, schema 1.</summary>
public static class BootReportJson
{
    public static void Write(Utf8JsonWriter json, BootReport report)
    {
        json.WriteStartObject();
        json.WriteString("type", "result");
        json.WriteNumber("schema", 1);
        json.WriteString("device", report.Device.ToString());
        json.WriteString("profile", report.Profile);
        json.WriteString("outcome", Word(report.Outcome));
        json.WriteString("state", report.State.ToString());
        WriteConfiguration(json, report);
        WriteRequests(json, report.Findings.Requests);
        WriteTrust(json, report.Findings);
        WriteCertificate(json, report.Flash.Certificate, report.Flash.Lsc is not null);
        WriteCapf(json, report.Findings);
        WriteCredentials(json, report);
        WriteStatus(json, report.Findings.StatusMessages);
        json.WriteNumber("resets", report.Findings.Resets);
        json.WriteNumber("ms", Math.Round(report.Duration.TotalMilliseconds, 1));
        json.WriteEndObject();
    }

    public static string Word(BootOutcome outcome) => outcome switch
    {
        BootOutcome.Registered => "registered",
        BootOutcome.Configured => "configured",
        BootOutcome.Minimal => "minimal",
        BootOutcome.WaitingForAuthString => "waiting-for-auth-string",
        BootOutcome.Rejected => "rejected",
        BootOutcome.DecryptFailed => "decrypt-failed",
        BootOutcome.NoConfig => "no-config",
        _ => "unreachable",
    };

    private static string? Word(DigestAlgorithm? digest) => digest switch
    {
        DigestAlgorithm.Sha1 => "sha1",
        DigestAlgorithm.Sha256 => "sha256",
        DigestAlgorithm.Sha512 => "sha512",
        _ => null,
    };

    private static void WriteConfiguration(Utf8JsonWriter json, BootReport report)
    {
        if (report.Findings.FromFlash && report.Flash.Configuration is { } stored)
            WriteConfiguration(json, new() { File = stored.FileName, Configuration = stored.Configuration, Encrypted = ConfigurationReader.IsEncryptedName(stored.FileName) }, "flash");
        else if (report.Findings.Configuration is { Configuration: not null } finding)
            WriteConfiguration(json, finding, "network");
        else
            json.WriteNull("config");
    }

    private static void WriteConfiguration(Utf8JsonWriter json, ConfigurationFinding finding, string source)
    {
        json.WriteStartObject("config");
        json.WriteString("file", finding.File);
        json.WriteBoolean("full", finding.Configuration!.FullConfig);
        json.WriteBoolean("encrypted", finding.Encrypted);
        json.WriteString("signature", finding.Signature.Word);
        json.WriteString("digest", Word(finding.Digest));
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(finding.Configuration.Xml.Span)));
        json.WriteString("source", source);
        json.WriteEndObject();
    }

    private static void WriteRequests(Utf8JsonWriter json, IReadOnlyList<FileRequest> requests)
    {
        json.WriteStartArray("requests");
        foreach (FileRequest request in requests)
        {
            json.WriteStartObject();
            json.WriteString("file", request.File);
            json.WriteString("transport", EventText.Name(request.Transport));
            json.WriteString("server", request.Server.ToString());
            json.WriteString("answer", request.Result.AnswerText);
            json.WriteNumber("bytes", request.Result.Content.Length);
            json.WriteNumber("ms", Math.Round(request.Result.Duration.TotalMilliseconds, 3));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTrust(Utf8JsonWriter json, BootFindings findings)
    {
        json.WriteStartObject("trust");
        json.WriteString("ctl", findings.Ctl?.Word ?? "none");
        json.WriteString("itl", findings.Itl?.Word ?? "none");
        json.WriteEndObject();
    }

    private static void WriteCertificate(Utf8JsonWriter json, DeviceCertificate? certificate, bool isLsc)
    {
        if (certificate is null)
        {
            json.WriteNull("certificate");
            return;
        }

        json.WriteStartObject("certificate");
        json.WriteString("kind", isLsc ? "lsc" : "mic");
        json.WriteString("md5", certificate.Md5);
        json.WriteNumber("keyBits", certificate.KeyBits);
        json.WriteEndObject();
    }

    private static void WriteCapf(Utf8JsonWriter json, BootFindings findings)
    {
        json.WriteStartArray("capf");
        foreach ((string reason, CapfResult result) in findings.Capf)
        {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            json.WriteString("operation", result.OperationWord);
            json.WriteString("result", result.Word);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCredentials(Utf8JsonWriter json, BootReport report)
    {
        if (report.Flash.DigestCredentials is not { } credentials)
        {
            json.WriteNull("digestCredentials");
            return;
        }

        json.WriteStartObject("digestCredentials");
        json.WriteString("user", credentials.User);
        json.WriteString("source", report.Findings.CredentialsFromFile ? "file" : "flash");
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, IReadOnlyList<string> messages)
    {
        json.WriteStartArray("statusMessages");
        foreach (string message in messages)
            json.WriteStringValue(message);
        json.WriteEndArray();
    }
}
