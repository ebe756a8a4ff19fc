using System.CommandLine;
using System.CommandLine.Parsing;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Cli.Options;

/// <summary>Who signs, and with which digest.</summary>
internal sealed class SigningOptionSet
{
    private static readonly DigestAlgorithm[] Digests = [DigestAlgorithm.Sha1, DigestAlgorithm.Sha256, DigestAlgorithm.Sha512];

    /// <param name="signer">Name of the option that gives the signer.</param>
    public SigningOptionSet(string signer, string description) =>
        Signer = new(signer) { HelpName = "PEM", Description = description, Required = true };

    public Option<string> Signer { get; }

    public Option<DigestAlgorithm> Digest { get; } = new("--digest")
    {
        HelpName = "sha1|sha256|sha512",
        Description = "Digest of the signature; every phone knows sha1",
        DefaultValueFactory = _ => DigestAlgorithm.Sha1,
        CustomParser = ParseDigest,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Signer);
        command.Options.Add(Digest);
    }

    public SigningIdentity Identity(ParseResult parsed) => InputFiles.Identity(parsed.GetRequiredValue(Signer));

    /// <param name="fileName">The name the header states.</param>
    public SigningOptions Header(ParseResult parsed, string fileName) =>
        new() { FileName = fileName, TimeStamp = TimeProvider.System.GetUtcNow(), Digest = parsed.GetValue(Digest) };

    private static DigestAlgorithm ParseDigest(ArgumentResult result)
    {
        DigestAlgorithm digest = Digests.FirstOrDefault(d => d.Word == result.Tokens[0].Value);
        if (digest == default)
            result.AddError($"--digest {result.Tokens[0].Value} is not known; sha1, sha256 or sha512 expected");
        return digest;
    }
}
