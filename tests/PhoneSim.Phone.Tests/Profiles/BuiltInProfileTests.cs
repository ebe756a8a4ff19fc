using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Profiles;

public sealed class BuiltInProfileTests
{
    private static readonly ProfileStore Store = new();

    [Fact]
    public void EveryBuiltInProfile_IsValid() => Assert.Empty(Store.Validate());

    /// <summary>The seed's table "Phone Models That Support Encryption", third row, typed from the seed.</summary>
    [Theory]
    [InlineData("6901 6911 6921 6941 6945 6961 7970 7971 7975 7961 7962 7965 7941 7942 7945 7911 7906 7971-ge 7961-ge 7941-ge 7931 7921 7925 7925-ex 7926")]
    [InlineData("8941 8945 8961 9951 9971 7811 7821 7841 7861 7832 8811 8841 8845 8851 8851nr 8861 8865 8865nr 8831 8832 8821")]
    public void PublicKeyRowOfTheSeed_EveryModel_UsesAes128AndVerifiesSignatures(string names) => Assert.All(names.Split(' '), name =>
    {
        FirmwareProfile profile = Store.Find(name)!;
        Assert.Equal((EncryptionMethod.PublicKey, 128, SigningBehaviour.Verified), (profile.Encryption.Method, profile.Encryption.KeyBits, profile.Signing.Behaviour));
    });

    [Theory]
    [InlineData("7942-sip-manual", 128, SigningBehaviour.Ignored)]
    [InlineData("7962-sip-manual", 128, SigningBehaviour.Ignored)]
    [InlineData("7940-sip-manual", 128, SigningBehaviour.Ignored)]
    [InlineData("7960-sip-manual", 128, SigningBehaviour.Ignored)]
    [InlineData("6921-rc4", 256, SigningBehaviour.None)]
    [InlineData("7800-sip-rc4", 256, SigningBehaviour.None)]
    [InlineData("7905-sip-rc4", 256, SigningBehaviour.None)]
    [InlineData("7912-sip-rc4", 256, SigningBehaviour.None)]
    public void ManualRow_HasItsKeySizeAndSigning_AndAKeyScreen(string name, int bits, SigningBehaviour signing)
    {
        FirmwareProfile profile = Store.Find(name)!;
        Assert.Equal((EncryptionMethod.Manual, bits, signing), (profile.Encryption.Method, profile.Encryption.KeyBits, profile.Signing.Behaviour));
        Assert.Contains(Flatten(profile.Menu.Root), n => n.Kind == "set-key" && n.Label == "Set Cfg Encrypt Key");
        Assert.Contains(Flatten(profile.Menu.Root), n => n.Kind == "unlock" && n.Label == "Unlock Phone");
    }

    [Theory]
    [InlineData("7800-sccp")]
    [InlineData("7942-sccp")]
    [InlineData("7962-sccp")]
    public void SccpPhonesOfTheSeedsTip_HaveNoEncryptionAndNoKeyScreen(string name)
    {
        FirmwareProfile profile = Store.Find(name)!;
        Assert.Equal((EncryptionMethod.None, SignallingProtocol.Sccp), (profile.Encryption.Method, profile.Protocol));
        Assert.DoesNotContain(Flatten(profile.Menu.Root), n => n.Kind == "set-key");
    }

    [Fact]
    public void PublicKeyAndSccpProfiles_HaveNoKeyScreen() => Assert.All(Store.Names.Select(n => Store.Find(n)!).Where(p => p.Encryption.Method != EncryptionMethod.Manual),
        profile => Assert.DoesNotContain(Flatten(profile.Menu.Root), n => n.Kind == "set-key"));

    /// <summary>The seed, "Disable TFTP Encrypted Configuration Files", first list.</summary>
    [Fact]
    public void PhonesThatFallBackByThemselves_AreTheSeedsList()
    {
        string[] seed = "7911 7931 7941 7941-ge 7942 7945 7961 7961-ge 7962 7965 7971 7971-ge 7975".Split(' ');
        Assert.Equal(seed.Order(StringComparer.Ordinal), Bare().Where(p => p.Encryption.FallsBackByItself).Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>The same section, lists for SCCP and SIP; 78321, 8865NE and 8832NR are read as 7821, 8865NR and 8832.</summary>
    [Theory]
    [InlineData(SignallingProtocol.Sccp, "6901-sccp 6911-sccp 6921-sccp 6941-sccp 6945-sccp 6961-sccp 7906-sccp 7911-sccp 7921 7925 7925-ex 7926 7931 7941-sccp 7941-ge-sccp 7942-sccp 7945-sccp 7961-sccp 7961-ge-sccp 7962-sccp 7965-sccp 7970-sccp 7971-sccp 7971-ge-sccp 7975-sccp 8941-sccp 8945-sccp")]
    [InlineData(SignallingProtocol.Sip, "6901 6911 6921 6941 6945 6961 7906 7911 7941 7941-ge 7942 7961 7961-ge 7962 7965 7970 7971 7971-ge 7975 8941 8945 8961 9971 7811 7821 7841 7861 7832 8811 8841 8845 8851 8851nr 8861 8865 8865nr 8821 8831 8832")]
    public void DisablingLists_AreTheSeeds(SignallingProtocol protocol, string names) => Assert.Equal(names.Split(' ').Order(StringComparer.Ordinal),
        Store.Names.Select(n => Store.Find(n)!).Where(p => p.Protocol == protocol && p.Encryption.ListedInDisablingSection).Select(p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("6901")]
    [InlineData("6911")]
    [InlineData("6901-sccp")]
    public void PhonesWithoutSecurityByDefault_AskNoItl(string name) => Assert.False(Store.Find(name)!.Trust.AsksItl);

    [Fact]
    public void ExcludeDigestCredentials_IsOfferedByTheSeedsThreeModelsOnly() => Assert.Equal(
        ["7800-sip-rc4", "7942-sip-manual", "7962-sip-manual"], Store.Names.Select(n => Store.Find(n)!).Where(p => p.Encryption.OffersExcludeDigest && !p.Note.StartsWith("From outside", StringComparison.Ordinal)).Select(p => p.Name));

    [Fact]
    public void UnknownName_SuggestsNearOnes() => Assert.Equal("7962-sip-manual", Store.Suggest("7962-sip-manul")[0]);

    private static IEnumerable<FirmwareProfile> Bare() => Store.Names.Where(n => !n.EndsWith("-sccp", StringComparison.Ordinal)).Select(n => Store.Find(n)!);

    private static IEnumerable<MenuNode> Flatten(MenuNode node) => node.Children.SelectMany(Flatten).Prepend(node);
}
