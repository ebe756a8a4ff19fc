using System.Text.Json;
using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Cli.Inspection;

/// <summary>An inspected file as the one object of shared/spec/cli.md.</summary>
internal sealed class InspectionJson(Utf8JsonWriter json, Func<Secret, string> show)
{
    public void Write(InspectionRequest request, InspectedFile found)
    {
        json.WriteStartObject();
        json.WriteString("type", "file");
        json.WriteString("file", request.FileName);
        json.WriteString("kind", found.Kind.Word);
        json.WriteString("signature", found.Signature.Word);
        json.WriteString("reason", found.SignatureReason);
        Write(found.Header);
        json.WriteStartArray("records");
        foreach (TrustListRecord record in found.Records)
            Write(record);
        json.WriteEndArray();
        json.WriteString("decryption", Word(found.Decryption));
        Write(found.Configuration);
        json.WriteEndObject();
    }

    private static string? Word(DecryptionVerdict? verdict) => verdict is { } v ? JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()) : null;

    private void Write(FileHeader? header)
    {
        if (header is null)
        {
            json.WriteNull("header");
            return;
        }

        json.WriteStartObject("header");
        json.WriteString("version", header.Version.ToString());
        json.WriteNumber("length", header.HeaderLength);
        json.WriteString("signerVersion", header.SignerVersion?.ToString());
        json.WriteString("signer", header.SignerName);
        json.WriteString("issuer", header.SignerIssuer);
        json.WriteString("serial", Convert.ToHexStringLower(header.SignerSerial.Span));
        json.WriteString("digest", header.Digest?.Word);
        WriteNumber("modulusBits", header.ModulusBits);
        json.WriteString("fileName", header.FileName);
        if (header.TimeStamp is { } time)
            json.WriteString("timeStamp", time);
        WriteNumber("wrappedKeyBits", header.Encryption?.WrappedKeyBits);
        WriteUnknown(header);
        json.WriteEndObject();
    }

    private void WriteUnknown(FileHeader header)
    {
        json.WriteStartArray("unknown");
        foreach (var element in header.Unknown)
        {
            json.WriteStartObject();
            json.WriteNumber("tag", element.Tag);
            json.WriteNumber("offset", element.Offset);
            json.WriteString("hex", Convert.ToHexStringLower(element.Value.Span));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(TrustListRecord record)
    {
        json.WriteStartObject();
        json.WriteString("role", record.Role.Word);
        json.WriteString("subject", record.SubjectName);
        json.WriteString("issuer", record.IssuerName);
        json.WriteString("serial", Convert.ToHexStringLower(record.SerialNumber.Span));
        json.WriteString("dnsName", record.DnsName);
        json.WriteString("address", record.Address?.ToString());
        json.WriteBoolean("certificate", !record.Certificate.IsEmpty);
        json.WriteEndObject();
    }

    private void Write(PhoneConfiguration? configuration)
    {
        if (configuration is null)
        {
            json.WriteNull("configuration");
            return;
        }

        json.WriteStartObject("configuration");
        json.WriteBoolean("full", configuration.FullConfig);
        json.WriteBoolean("encrConfig", configuration.EncrConfig);
        json.WriteString("certHash", configuration.CertHash);
        json.WriteNumber("capfAuthMode", configuration.CapfAuthMode);
        WriteServers("capf", configuration.CapfServers);
        WriteServers("tvs", configuration.TvsServers);
        WriteServers("callManagers", configuration.CallManagers.Select(c => new ServerAddress(c.Host, c.SipPort)));
        WriteLines(configuration.Lines);
        WriteSecrets(configuration);
        json.WriteString("loadInformation", configuration.LoadInformation);
        json.WriteNumber("deviceSecurityMode", configuration.DeviceSecurityMode);
        json.WriteEndObject();
    }

    private void WriteSecrets(PhoneConfiguration configuration)
    {
        if (configuration.DigestCredentials is { } credentials)
        {
            json.WriteStartObject("digestCredentials");
            json.WriteString("user", credentials.User);
            json.WriteString("password", show(credentials.Password));
            json.WriteEndObject();
        }

        if (configuration.PhonePassword is { } password)
            json.WriteString("phonePassword", show(password));
    }

    private void WriteLines(IEnumerable<SipLine> lines)
    {
        json.WriteStartArray("lines");
        foreach (SipLine line in lines)
        {
            json.WriteStartObject();
            json.WriteNumber("button", line.Button);
            json.WriteString("name", line.Name);
            json.WriteString("displayName", line.DisplayName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteServers(string name, IEnumerable<ServerAddress> servers)
    {
        json.WriteStartArray(name);
        foreach (ServerAddress server in servers)
        {
            json.WriteStartObject();
            json.WriteString("host", server.Host);
            json.WriteNumber("port", server.Port);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteNumber(string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
