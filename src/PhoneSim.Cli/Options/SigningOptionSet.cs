using System.CommandLine;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Cli.Options;

/// <summary>Who signs, and with which digest.</summary>
internal sealed class SigningOptionSet
{
    private static readonly DigestAlgorithm[] Digests = [DigestAlgorithm.Sha1, DigestAlgorithm.Sha256, DigestAlgorithm.Sha512];

    private static IEnumerable<string> Words => Digests.Select(d => d.Word);

    /// <param name="signer">Name of the option that gives the signer.</param>
    public SigningOptionSet(string signer, string description) =>
        Signer = new(signer) { HelpName = "PEM", Description = description, Required = true };

    public Option<string> Signer { get; }

    private readonly Option<string> digest = new("--digest") { HelpName = string.Join('|', Words), Description = "Digest of the signature; every phone knows sha1", DefaultValueFactory = _ => DigestAlgorithm.Sha1.Word };

    public void AddTo(Command command)
    {
        command.Options.Add(Signer);
        digest.AcceptOnlyFromAmong([.. Words]);
        command.Options.Add(digest);
    }

    public SigningIdentity Identity(ParseResult parsed) => InputFiles.Identity(parsed.GetRequiredValue(Signer));

    /// <param name="fileName">The name the header states.</param>
    public SigningOptions Header(ParseResult parsed, string fileName) =>
        new() { FileName = fileName, TimeStamp = TimeProvider.System.GetUtcNow(), Digest = Digests.First(d => d.Word == parsed.GetValue(digest)) };
}
