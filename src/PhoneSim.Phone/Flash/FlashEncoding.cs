using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Flash;

/// <summary>Bytes of the items that are no files of the field: JSON, but for the configuration, which is its name, a newline and the clear XML.</summary>
internal static class FlashEncoding
{
    public static byte[] Write(StoredConfiguration configuration) => [.. Encoding.UTF8.GetBytes(configuration.FileName + '\n'), .. configuration.Configuration.Xml.Span];

    public static StoredConfiguration ReadConfiguration(byte[] bytes)
    {
        int newline = bytes.AsSpan().IndexOf((byte)'\n');
        if (newline < 0)
            throw new FormatException("no file name");
        string name = Encoding.UTF8.GetString(bytes, 0, newline);
        return new(name, PhoneConfiguration.Parse(bytes.AsMemory(newline + 1), name));
    }

    public static byte[] Write(DigestCredentials credentials) =>
        JsonSerializer.SerializeToUtf8Bytes(new(credentials.User, credentials.Password.Reveal()), FlashJson.Default.CredentialsFile);

    public static DigestCredentials ReadCredentials(byte[] bytes)
    {
        CredentialsFile file = JsonSerializer.Deserialize(bytes, FlashJson.Default.CredentialsFile) ?? throw new FormatException("no credentials");
        return new(file.User, new(file.Password));
    }

    public static byte[] Write(FlashSettings settings) => JsonSerializer.SerializeToUtf8Bytes(
        new(settings.EncryptedConfig, settings.Unlocked, settings.Password?.Reveal(), settings.AlternateTftp1, settings.AlternateTftp2, settings.AuthStrings), FlashJson.Default.SettingsFile);

    public static FlashSettings ReadSettings(byte[] bytes)
    {
        SettingsFile file = JsonSerializer.Deserialize(bytes, FlashJson.Default.SettingsFile) ?? throw new FormatException("no settings");
        return new()
        {
            EncryptedConfig = file.EncryptedConfig, Unlocked = file.Unlocked, Password = file.Password is null ? null : new Secret(file.Password),
            AlternateTftp1 = file.AlternateTftp1, AlternateTftp2 = file.AlternateTftp2, AuthStrings = file.AuthStrings ?? AuthStringLockout.None,
        };
    }

    public static byte[] Write(IReadOnlyList<StatusMessage> messages) => JsonSerializer.SerializeToUtf8Bytes(messages, FlashJson.Default.IReadOnlyListStatusMessage);

    public static IReadOnlyList<StatusMessage> ReadStatusMessages(byte[] bytes) => JsonSerializer.Deserialize(bytes, FlashJson.Default.IReadOnlyListStatusMessage) ?? [];
}

internal sealed record CredentialsFile(string User, string Password);

internal sealed record SettingsFile(bool EncryptedConfig, bool Unlocked, string? Password, ServerEndPoint? AlternateTftp1, ServerEndPoint? AlternateTftp2, AuthStringLockout? AuthStrings = null);

[JsonSourceGenerationOptions(WriteIndented = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CredentialsFile))]
[JsonSerializable(typeof(SettingsFile))]
[JsonSerializable(typeof(IReadOnlyList<StatusMessage>))]
internal sealed partial class FlashJson : JsonSerializerContext;
