using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Tests.Menu;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Profiles;

/// <summary>A new family is a JSON file: face, menus, typing, power-on keys. Nothing is built.</summary>
public sealed class OwnFamilyTests : IDisposable
{
    private const string Family = """
        {
          "abstract": true,
          "extends": "base",
          "family": "mine",
          "load": "sipmine.1-0",
          "screen": { "columns": 24, "rows": 4, "softkeyCount": 2, "softkeyPlace": "right", "lineKeys": 3, "lineKeySide": "left", "navigation": ["up", "down", "select"], "hardKeys": ["menu"], "lamps": ["ring"] },
          "menu": {
            "unlock": "star-star-pound", "hexEntry": "letters-first", "openKey": "menu", "root": "top",
            "rows": {
              "top": { "label": "Menu", "source": "observed", "kind": "menu", "children": ["security", "status"] },
              "security": { "label": "Safety", "source": "observed", "kind": "menu", "children": ["security-mode", "lsc", "set-key"] },
              "set-key": { "label": "Schluessel", "source": "observed" }
            }
          },
          "powerOn": { "sequences": [{ "held": "*", "keys": "99#" }], "held": [{ "lamp": "ring", "colour": "amber" }] }
        }
        """;

    private const string Model = """
        { "extends": "family-mine", "title": "Mine", "model": "CP-1", "encryption": { "method": "manual", "layout": "manual-aes128" }, "signing": { "behaviour": "ignored" } }
        """;

    private readonly TemporaryFolder folder = new();

    public OwnFamilyTests()
    {
        File.WriteAllText(folder.PathOf("family-mine.json"), Family);
        File.WriteAllText(folder.PathOf("mine.json"), Model);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task FamilyOfAFolder_IsWalkedLikeAnyOther()
    {
        MenuPhone phone = new(new ProfileStore(folder.Path).Find("mine")!);
        await phone.Keys("menu", "**#", "row:Safety", "row:Schluessel", "hex:" + new string('A', 32), "soft:Accept");
        Assert.Equal(new string('A', 32), phone.Contents.SymmetricKey?.RevealHex());
        Assert.Equal(PressResult.NoSuchKey, phone.Navigate(NavigationKey.Left));
        Assert.Equal((SoftkeyPlace.Right, LineKeySide.Left, 3), (phone.Profile.Screen.SoftkeyPlace, phone.Profile.Screen.LineKeySide, phone.Profile.Screen.LineKeys));
    }

    [Fact]
    public async Task FamilyOfAFolder_HasItsOwnPowerOnKeys()
    {
        MenuPhone phone = new(new ProfileStore(folder.Path).Find("mine")!);
        await phone.Keys("poweron:*");
        Assert.Equal([new LitLamp("ring", LampColour.Amber, LampRhythm.Steady)], phone.Screen.Lamps);
    }

    [Theory]
    [InlineData("\"children\": [\"security\", \"status\"]", "\"children\": [\"securty\"]", "there is no row \"securty\", did you mean \"security\"")]
    [InlineData("\"children\": [\"security-mode\"", "\"children\": [\"top\"", "runs in a circle: top > security > top")]
    [InlineData("\"lamp\": \"ring\"", "\"lamp\": \"rang\"", "must be lamps of the screen: ring")]
    [InlineData("\"openKey\": \"menu\"", "\"openKey\": \"left\"", "must be one of the screen's hardKeys")]
    [InlineData("\"label\": \"Safety\"", "\"softkeys\": [\"Slect\"], \"label\": \"Safety\"", "must be labels that act")]
    [InlineData("\"held\": \"*\"", "\"held\": \"5\"", "must be # or *")]
    [InlineData("\"softkeyPlace\": \"right\"", "\"softkeyPlace\": \"none\"", "must be none with softkeyCount 0")]
    [InlineData("\"label\": \"Schluessel\", \"source\": \"observed\"", "\"label\": \"Schluessel\"", "needs its \"source\" beside it")]
    [InlineData("\"source\": \"observed\", \"kind\": \"menu\", \"children\": [\"security-mode\"", "\"source\": \"observed\", \"kind\": \"menu\", \"value\": \"modl\", \"children\": [\"security-mode\"", "must be the id of a text or one of: model")]
    public void MistakeInAFamily_IsReported(string right, string wrong, string message)
    {
        Assert.Contains(right, Family, StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf("family-mine.json"), Family.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(new ProfileStore(folder.Path).Validate(), e => e.Message.Contains(message, StringComparison.Ordinal));
    }
}
