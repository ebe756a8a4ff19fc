using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Profiles;

/// <summary>A user's own profiles: the README's example, and every mistake reported at once, with file and line.</summary>
public sealed class OwnProfileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ExampleOfTheReadme_IsAPhone()
    {
        string readme = File.ReadAllText(Path.Combine(Vectors.PathOf(""), "..", "..", "firmware-profiles", "README.md"));
        string example = readme.Split("```json")[1].Split("```")[0];
        File.WriteAllText(folder.PathOf("7962-our-load.json"), example);
        FirmwareProfile profile = new ProfileStore(folder.Path).Find("7962-our-load")!;
        Assert.Equal(("SIP42.9-4-2SR3-9", 1024), (profile.Load, profile.Fetch.Tftp.BlockSize));
        Assert.Equal("Bitte warten", profile.Texts["phone-registering"].Text);
        Assert.Equal(new ProfileStore().Find("7962")!.Encryption, profile.Encryption);
    }

    [Fact]
    public void SeveralMistakes_AreAllReportedWithFileAndLine()
    {
        Write("""
            {
              "extends": "7962",
              "colour": "red",
              "fetch": { "transports": ["smtp"], "sizeLimit": -1 },
              "encryption": { "methd": "manual" },
              "menu": { "rows": { "mine": { "label": "Mine", "source": "simulator", "kind": "manu" } } }
            }
            """);
        string[] errors = [.. Errors().Select(e => $"{e.Line} {e.Message}")];
        Assert.Contains(errors, e => e.StartsWith("3 unknown field \"colour\"", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("4 must be one of: ", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("4 must be a whole number from 1", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("5 unknown field \"methd\", did you mean \"method\"", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("6 must be one of: menu, ", StringComparison.Ordinal));
    }

    [Fact]
    public void MissingParent_IsNamed()
    {
        Write("""{ "extends": "7963" }""");
        Assert.Contains("there is no profile \"7963\" to extend; did you mean", Assert.Single(Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsThatDoNotGoTogether_AreRefused()
    {
        Write("""{ "extends": "7962", "encryption": { "method": "manual" } }""");
        Assert.Contains(new ProfileStore(folder.Path).Validate(), e => e.Message.StartsWith("must be manual-aes128 or manual-rc4", StringComparison.Ordinal));
    }

    [Fact]
    public void ChangedText_WithoutItsSource_IsRefused()
    {
        Write("""{ "extends": "7962", "texts": { "yes": { "text": "Ja" } } }""");
        Assert.Contains("needs its \"source\"", Assert.Single(Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoJson_IsReportedWithItsPlace()
    {
        Write("{\n  \"extends\": ,\n}");
        Assert.Equal(2, Assert.Single(Errors()).Line);
    }

    private void Write(string json) => File.WriteAllText(folder.PathOf("mine.json"), json);

    private List<DocumentError> Errors() => [.. new ProfileStore(folder.Path).Validate().Where(e => e.File.EndsWith("mine.json", StringComparison.Ordinal))];
}
