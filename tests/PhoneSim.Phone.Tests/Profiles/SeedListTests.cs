using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Profiles;

/// <summary>The lists of models in the seed, word for word, against the profiles.</summary>
public sealed class SeedListTests
{
    /// <summary>"Phone Models That Support Encryption", third row.</summary>
    private const string PublicKeyRow =
        "6901, 6911, 6921, 6941, 6945, 6961, 7970G, 7971G, 7975G, 7961G, 7962G, 7965G, 7941G, 7942G, 7945G, 7911G, 7906G, 7971G-GE, 7961G-GE, 7941G-GE, 7931G, 7921G, 7925G, 7925G-EX, 7926G, 8941, 8945, "
        + "8961, 9951, 9971, 7811, 7821, 7841, 7861, 7832, 8811, 8841, 8845, 8851, 8851NR, 8861, 8865, 8865NR, 8831, 8832, 8821";

    /// <summary>"Disable TFTP Encrypted Configuration Files": phones that ask the .sgn file by themselves.</summary>
    private const string FallBackList = "7911G, 7931G, 7941G, 7941G-GE, 7942G, 7945G, 7961G, 7961G-GE, 7962G, 7965G, 7971G, 7971G-GE, 7975G";

    /// <summary>The same section: "running on SCCP".</summary>
    private const string SccpList =
        "6901, 6911, 6921, 6941, 6945, 6961, 7906G, 7911G, 7921G, 7925G, 7925G-EX, 7926G, 7931G, 7941G, 7941G-GE, 7942G, 7945G, 7961G, 7961G-GE, 7962G, 7965G, 7971G, 7971G-GE, 7975G, 8941, 8945";

    /// <summary>The same section: "running on SIP", misprints included.</summary>
    private const string SipList =
        "6901, 6911, 6921, 6941, 6945, 6961, 7906G, 7911G, 7941G, 7941G-GE, 7942G, 7961G, 7961G-GE, 7962G, 7965G, 7970G, 7971G, 7971G-GE, 7975G, 8941, 8945, 8961, 9971, 7811, 78321, 7841, 7861, 7832, "
        + "8811, 8841, 8845, 8851, 8851NR, 8861, 8865, 8865NE, 8821, 8831, 8832, 8832NR";

    private static readonly ProfileStore Store = new();

    private static IEnumerable<FirmwareProfile> All => Store.Names.Select(name => Store.Find(name)!);

    public static TheoryData<string> PublicKeyModels => [.. Models(PublicKeyRow)];

    /// <summary>The names users may rely on (shared/spec/models.md).</summary>
    [Fact]
    public void Names_AreTheContracts()
    {
        string[] sccpToo = [.. Models("6901, 6911, 6921, 6941, 6945, 6961, 7906, 7911, 7941, 7941-GE, 7942, 7945, 7961, 7961-GE, 7962, 7965, 7970, 7971, 7971-GE, 7975, 8941, 8945").Append("7800")];
        string[] manual = ["6921-rc4", "7800-sip-rc4", "7905-sip-rc4", "7912-sip-rc4", "7942-sip-manual", "7962-sip-manual", "7940-sip-manual", "7960-sip-manual"];
        AssertSame([.. Models(PublicKeyRow), .. sccpToo.Select(model => model + "-sccp"), .. manual], Store.Names);
    }

    [Theory]
    [MemberData(nameof(PublicKeyModels))]
    public void PublicKeyRow_EveryModel_UsesAes128AndVerifiesSignatures(string name)
    {
        FirmwareProfile profile = Store.Find(name)!;
        Assert.Equal((EncryptionMethod.PublicKey, 128, SigningBehaviour.Verified), (profile.Encryption.Method, profile.Encryption.KeyBits, profile.Signing.Behaviour));
        Assert.Equal(name is "7921" or "7931" or "7925" or "7925-ex" or "7926" ? SignallingProtocol.Sccp : SignallingProtocol.Sip, profile.Protocol);
    }

    [Fact]
    public void PhonesThatFallBackByThemselves_AreTheSeeds() =>
        AssertSame(Models(FallBackList), All.Where(p => p.Encryption.FallsBackByItself).Select(p => p.Name.Replace("-sccp", "", StringComparison.Ordinal)).Distinct());

    [Theory]
    [InlineData(SignallingProtocol.Sccp, SccpList)]
    [InlineData(SignallingProtocol.Sip, SipList)]
    public void DisablingLists_AreTheSeeds(SignallingProtocol protocol, string list) =>
        AssertSame(Models(list), All.Where(p => p.Protocol == protocol && p.Encryption.ListedInDisablingSection).Select(p => p.Name.Replace("-sccp", "", StringComparison.Ordinal)));

    [Fact]
    public void ExcludeDigestCredentials_IsOfferedByTheSeedsThreeModelsOnly() => AssertSame(
        ["7800-sip-rc4", "7942-sip-manual", "7962-sip-manual"], All.Where(p => p.Encryption.OffersExcludeDigest && !p.Note.StartsWith("From outside", StringComparison.Ordinal)).Select(p => p.Name));

    /// <summary>Names of profiles for a list of the seed; its misprints are read as the models they are nearest to, and 8832NR as 8832.</summary>
    private static string[] Models(string list) => [.. list.Split(", ").Select(Model).Distinct()];

    private static string Model(string seed) => seed switch
    {
        "78321" => "7821",
        "8865NE" => "8865nr",
        "8832NR" => "8832",
        _ => seed.Replace("G-", "-", StringComparison.Ordinal).TrimEnd('G').ToLowerInvariant(),
    };

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> found) => Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
}
