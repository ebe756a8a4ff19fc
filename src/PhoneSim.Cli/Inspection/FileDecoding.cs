using System.Globalization;
using System.Security.Cryptography;
using PhoneSim.Evidence.Inspection;
using PhoneSim.Evidence.Reports;
using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Cli.Inspection;

/// <summary>Files of a server in words, for a report; secrets are dots.</summary>
internal static class FileDecoding
{
    public static IReadOnlyList<DecodedFile> Decode(IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files, RSA? privateKey, SymmetricKey? key)
    {
        (string Name, ReadOnlyMemory<byte> Content)[] all = [.. files];
        TrustList? trust = all.Where(f => f.Name.Contains("ITL", StringComparison.Ordinal)).Select(f => TryParse(f.Content)).FirstOrDefault(list => list is not null);
        return [.. all.Select(f => new DecodedFile(f.Name, f.Content.Length, Lines(f.Name, f.Content, trust, privateKey, key)))];
    }

    private static string[] Lines(string name, ReadOnlyMemory<byte> content, TrustList? trust, RSA? privateKey, SymmetricKey? key)
    {
        bool isEncrypted = name.EndsWith(".enc.sgn", StringComparison.OrdinalIgnoreCase);
        InspectionRequest request = new()
        {
            FileName = name, File = content, Trust = name.EndsWith(".tlv", StringComparison.OrdinalIgnoreCase) ? null : trust, PrivateKey = isEncrypted && key is null ? privateKey : null, Key = isEncrypted ? key : null,
        };
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        try
        {
            new InspectionText(text, _ => Secret.Dots).Write(request, Inspector.Inspect(request));
        }
        catch (MalformedDataException e)
        {
            text.WriteLine($"malformed: {Printable.Text(e.Message, 500)}");
        }

        return text.ToString().TrimEnd('\n').Split('\n');
    }

    private static TrustList? TryParse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return TrustList.Parse(content);
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }
}
