using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Tests.Keypad;

public sealed class KeyParserTests
{
    [Fact]
    public void Words_AreReadInOrder()
    {
        IReadOnlyList<KeyStep> steps = KeyParser.Parse(["settings", "5", "up", "soft:Accept", "row:Set Cfg Encrypt Key", "hex:0aF", "text:a:b", "wait:250", "reset"], out IReadOnlyList<string> errors);
        Assert.Empty(errors);
        Assert.Equal(
        [
            new KeyStep.Press("settings", new PhoneKey.Hard("settings")), new KeyStep.Press("5", new PhoneKey.Digit('5')), new KeyStep.Press("up", new PhoneKey.Navigation(NavigationKey.Up)),
            new KeyStep.Soft("soft:Accept", "Accept"), new KeyStep.Row("row:Set Cfg Encrypt Key", "Set Cfg Encrypt Key"), new KeyStep.TypeText("hex:0aF", "0AF"),
            new KeyStep.TypeText("text:a:b", "a:b"), new KeyStep.Wait("wait:250", TimeSpan.FromMilliseconds(250)), new KeyStep.Reset("reset"),
        ], steps);
    }

    [Fact]
    public void SymbolsInOneWord_AreOnePressEach() => Assert.Equal(3, KeyParser.Parse(["**#"], out _).Count);

    [Fact]
    public void KeysAtOnce_AndAKeyAtPowerOn_AreOnePress() => Assert.Equal(
        [new KeyStep.Press("*+6+settings", new PhoneKey.Chord("*+6+settings")), new KeyStep.Press("poweron:#", new PhoneKey.PowerOn('#'))],
        KeyParser.Parse(["*+6+settings", "poweron:#"], out _));

    [Theory]
    [InlineData("poweron:5")]
    [InlineData("poweron:")]
    [InlineData("*+")]
    [InlineData("*+Settings")]
    public void HalfOfTheseWords_AreNoKeys(string word)
    {
        KeyParser.Parse([word], out IReadOnlyList<string> errors);
        Assert.Single(errors);
    }

    [Fact]
    public void BadWords_AreAllReported_WithoutSecrets()
    {
        Assert.Empty(KeyParser.Parse(["hex:12G4", "soft:", "wait:-1", "wait:99999999", "Settings", "", "jump:1"], out IReadOnlyList<string> errors));
        Assert.Equal(7, errors.Count);
        Assert.DoesNotContain(errors, error => error.Contains("12G4", StringComparison.Ordinal));
    }

    [Fact]
    public void TypedText_PrintsWithoutItself() => Assert.Equal("hex:", new KeyStep.TypeText("hex:AB", "AB").ToString());
}
