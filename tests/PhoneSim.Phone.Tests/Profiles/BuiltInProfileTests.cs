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
    public void UnknownName_SuggestsNearOnes() => Assert.Equal("7962-sip-manual", Store.Suggest("7962-sip-manul")[0]);

    private static IEnumerable<MenuNode> Flatten(MenuNode node) => node.Children.SelectMany(Flatten).Prepend(node);
}
