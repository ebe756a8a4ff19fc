using System.Globalization;
using System.Security.Cryptography;
using PhoneSim.Cli.Output;
using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Cli.Inspection;

/// <summary>An inspected file in words.</summary>
internal sealed class InspectionText(TextWriter output, Func<Secret, string> show)
{
    private readonly FactTable facts = new(output);

    public void Write(InspectionRequest request, InspectedFile found)
    {
        facts.Add("file", $"{request.FileName}, {request.File.Length} bytes");
        facts.Add("kind", found.Kind.Word);
        if (found.Header is { } header)
            Write(header);
        facts.Add("signature", $"{found.Signature.Word}: {found.SignatureReason}");
        foreach (TrustListRecord record in found.Records)
            facts.Add("record", $"{record.Role.Word}, {record.SubjectName}, serial {Convert.ToHexStringLower(record.SerialNumber.Span)}");
        WriteEncryption(found);
        if (found.ClearText is { } clear)
            facts.Add("clear text", $"{clear.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(clear.Span))}");
        if (found.Configuration is { } configuration)
            Write(configuration);
    }

    private void Write(FileHeader header)
    {
        facts.Add("version", $"{header.Version}{(header.SignerVersion is { } v ? $", signer version {v}" : "")}, header of {header.HeaderLength} bytes");
        facts.AddIf("signer", header.SignerName);
        facts.AddIf("issuer", header.SignerIssuer);
        facts.AddIf("serial", Convert.ToHexStringLower(header.SignerSerial.Span));
        facts.AddIf("digest", header.Digest is { } digest ? $"{digest.Word}, RSA {header.ModulusBits} bits" : null);
        facts.AddIf("file name", header.FileName);
        facts.AddIf("time stamp", header.TimeStamp?.ToString("u", CultureInfo.InvariantCulture));
        foreach (var unknown in header.Unknown)
            facts.Add("unknown tag", $"{unknown.Tag}, {unknown.Value.Length} bytes at offset {unknown.Offset}");
    }

    private void WriteEncryption(InspectedFile found)
    {
        if (found.Kind != FileKind.Encrypted)
            return;
        facts.Add("encryption", found.Header?.Encryption switch
        {
            null => "RC4 with a symmetric key (container layout assumed)",
            { WrappedKey.IsEmpty: true } => "AES-128 with a symmetric key (container layout assumed)",
            { } info => $"AES-128, key wrapped for an RSA key of {info.WrappedKeyBits} bits",
        });
        facts.Add("decryption", found.Decryption switch
        {
            null => "not tried: --key or --hex gives the key",
            DecryptionVerdict.Decrypted => "decrypted",
            { } verdict => $"failed: {verdict.Reason}",
        });
    }

    private void Write(PhoneConfiguration configuration)
    {
        facts.Add("configuration", $"{(configuration.FullConfig ? "full" : "minimal")}, encrConfig {(configuration.EncrConfig ? "true" : "false")}");
        facts.AddIf("certHash", configuration.CertHash);
        facts.AddIf("load", configuration.LoadInformation);
        facts.AddIf("call managers", string.Join(", ", configuration.CallManagers.Select(c => $"{c.Host} (SIP {c.SipPort}, TLS {c.SecuredSipPort})")));
        facts.AddIf("CAPF", string.Join(", ", configuration.CapfServers.Select(s => $"{s.Host}:{s.Port}, mode {configuration.CapfAuthMode}")));
        facts.AddIf("TVS", string.Join(", ", configuration.TvsServers.Select(s => $"{s.Host}:{s.Port}")));
        foreach (SipLine line in configuration.Lines)
            facts.Add($"line {line.Button}", $"{line.Name} {line.DisplayName}");
        if (configuration.DigestCredentials is { } credentials)
            facts.Add("digest", $"user {credentials.User}, password {show(credentials.Password)}");
        if (configuration.PhonePassword is { } password)
            facts.Add("phonePassword", show(password));
    }
}
