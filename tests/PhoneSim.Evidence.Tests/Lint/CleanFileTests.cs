using PhoneSim.Evidence.Lint;
using PhoneSim.Evidence.Tests.Checks;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Lint;

/// <summary>Right files: neither error nor warning.</summary>
public sealed class CleanFileTests
{
    public static TheoryData<string> VectorFiles => [.. Directory.EnumerateFiles(Vectors.PathOf("."), "*.*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".tlv" or ".sgn" or ".xml").Select(f => Path.GetRelativePath(Vectors.PathOf("."), f))];

    [Theory]
    [MemberData(nameof(VectorFiles))]
    public void VectorsOfOthers_AreClean(string name)
    {
        using var key = Vectors.Key(name.Contains("mic", StringComparison.Ordinal) ? "phone-mic" : "phone-lsc");
        LintInput input = LintFiles.File(Path.GetFileName(name), Vectors.Bytes(name));
        Assert.Equal([], Mistakes(input with { PrivateKey = name.Contains(".enc.", StringComparison.Ordinal) ? key : null }));
    }

    [Fact]
    public void FileInTheShapeOfACallManager_IsClean() =>
        Assert.Equal([], Linter.Lint(LintFiles.File($"{LintFiles.Device}.cnf.xml", CallManagerFile.Bytes, LintFiles.Profile("7821"))).Select(f => $"{f.Rule.Id}: {f.Message}"));

    [Theory]
    [InlineData("7962", true)]
    [InlineData("7962", false)]
    [InlineData("8845", true)]
    [InlineData("7962-sip-manual", true)]
    [InlineData("6921-rc4", true)]
    [InlineData("7962-sccp", false)]
    [InlineData("6901", true)]
    [InlineData("7975", true)]
    public async Task EverythingTheLabWrites_IsClean(string profile, bool encrypted)
    {
        await using CheckBench bench = new(profile, encrypted);
        Assert.NotEmpty(bench.Files);
        Assert.Equal([], bench.Files.SelectMany(file => Mistakes(OfLab(bench, file.Key, file.Value)).Select(mistake => $"{file.Key}: {mistake}")));
    }

    private static LintInput OfLab(CheckBench bench, string name, byte[] content) => LintFiles.File(name, content, bench.Profile) with
    {
        PrivateKey = bench.Profile.Encryption.Method == EncryptionMethod.PublicKey && name.Contains(".enc.", StringComparison.Ordinal) ? bench.Lsc.Rsa : null,
        Key = bench.Profile.Encryption.Method == EncryptionMethod.Manual && name.Contains(".enc.", StringComparison.Ordinal) ? SymmetricKey.FromHex(new string('a', bench.Profile.Encryption.KeyBits / 4), bench.Profile.Encryption.KeyBits) : null,
    };

    private static IEnumerable<string> Mistakes(LintInput input) => Linter.Lint(input).Where(f => f.Severity != LintSeverity.Note).Select(f => $"{f.Rule.Id}: {f.Message}");
}
