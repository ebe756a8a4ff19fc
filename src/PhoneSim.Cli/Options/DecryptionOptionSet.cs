using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Cli.Options;

/// <summary>The phone's key, with which a file is to be decrypted: one of the two, or none.</summary>
internal sealed class DecryptionOptionSet
{
    private readonly Option<string?> key = new("--key") { HelpName = "PEM", Description = "Decrypt with the phone's private key" };
    private readonly Option<string?> hex = new("--hex") { HelpName = "KEY", Description = "Decrypt with a symmetric key of 32 (AES-128) or 64 (RC4) digits; container layout assumed" };

    public void AddTo(Command command)
    {
        command.Options.Add(key);
        command.Options.Add(hex);
        command.Validators.Add(result =>
        {
            if (result.GetValue(key) is not null && result.GetValue(hex) is not null)
                result.AddError("--key and --hex: one of the two, not both");
        });
    }

    /// <summary>Null: not given.</summary>
    public RSA? PrivateKey(ParseResult parsed) => parsed.GetValue(key) is { } pem ? InputFiles.PrivateKey(pem) : null;

    /// <summary>The certificate beside the private key; null: not given, or a key alone.</summary>
    public DeviceCertificate? Certificate(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(key) is { } pem ? DeviceCertificate.FromPem(Encoding.Latin1.GetString(InputFiles.Bytes(pem))) : null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Null: not given.</summary>
    public SymmetricKey? SymmetricKey(ParseResult parsed) => parsed.GetValue(hex) is { } digits ? KeyOption.Parse(digits) : null;
}
