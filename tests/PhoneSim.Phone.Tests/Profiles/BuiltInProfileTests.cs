using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Tests.Profiles;

public sealed class BuiltInProfileTests
{
    private static readonly ProfileStore Store = new();

    [Fact]
    public void EveryBuiltInProfile_IsValid() => Assert.Empty(Store.Validate());

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

    [Theory]
    [InlineData("6901")]
    [InlineData("6911")]
    [InlineData("6901-sccp")]
    public void PhonesWithoutSecurityByDefault_AskNoItl(string name) => Assert.False(Store.Find(name)!.Trust.AsksItl);

    [Fact]
    public void Load_IsOneOfItsOwnModelAndProtocol() => Assert.All(Store.Names.Select(n => Store.Find(n)!).Where(p => p.Model != "CP-7800"), profile =>
    {
        FirmwareProfile[] owners = [.. Store.Names.Select(n => Store.Find(n)!).Where(other => other.Runs(profile.Load))];
        Assert.Contains(profile, owners);
        Assert.All(owners, owner => Assert.Equal(profile.Protocol, owner.Protocol));
    });

    [Theory]
    [InlineData("7975", "SIP75.")]
    [InlineData("7962-sccp", "SCCP42.")]
    [InlineData("7962-sip-manual", "SIP42.")]
    [InlineData("7941-ge-sccp", "SCCP41.")]
    [InlineData("7931", "SCCP31.")]
    [InlineData("6901-sccp", "SCCP6901.")]
    [InlineData("8941", "SIP894x.")]
    [InlineData("9951", "sip9951.")]
    [InlineData("8865nr", "sip8845_65.")]
    [InlineData("7832", "sip7832.")]
    [InlineData("7921", "CP7921G-")]
    public void Load_IsNotThatOfItsFamily(string name, string begins) => Assert.StartsWith(begins, Store.Find(name)!.Load, StringComparison.Ordinal);

    [Fact]
    public void UnknownName_SuggestsNearOnes() => Assert.Equal("7962-sip-manual", Store.Suggest("7962-sip-manul")[0]);

    private static IEnumerable<MenuNode> Flatten(MenuNode node) => node.Children.SelectMany(Flatten).Prepend(node);
}
