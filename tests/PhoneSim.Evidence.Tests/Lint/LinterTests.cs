using System.Text;
using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Inspection;
using PhoneSim.Evidence.Lint;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Lint;

public sealed class LinterTests
{
    [Theory]
    [InlineData("<phonePassword>", "<PhonePassword>", "phonePassword")]
    [InlineData("<securedSipPort>", "<secureSipPort>", "securedSipPort")]
    [InlineData("<capfAuthMode>", "<capfAuthmode>", "capfAuthMode")]
    [InlineData("<callManagerGroup>", "<callManagersGroup>", "callManagerGroup")]
    public void MisspeltElement_IsNamedWithItsPlaceAndWhatWasMeant(string right, string wrong, string meant)
    {
        LintFinding found = Assert.Single(Lint(LintFiles.FullXml.Replace(right, wrong, StringComparison.Ordinal).Replace("</" + right[1..], "</" + wrong[1..], StringComparison.Ordinal)), f => f.Rule == LintRules.ElementMisspelt);
        Assert.Equal($"rename it to {meant}", found.Fix);
        string[] lines = LintFiles.FullXml.Split('\n');
        int line = Array.FindIndex(lines, l => l.Contains(right, StringComparison.Ordinal));
        Assert.Equal((line + 1, lines[line].IndexOf(right, StringComparison.Ordinal) + 1), (found.Place.Line, found.Place.Column));
    }

    [Fact]
    public void MisspeltContainer_IsReadAsWhatWasMeant()
    {
        IReadOnlyList<LintFinding> found = Lint(LintFiles.FullXml.Replace("sipLines>", "sipLine>", StringComparison.Ordinal));
        Assert.Equal([LintRules.ElementMisspelt], found.Select(f => f.Rule).Where(r => r.Id.StartsWith("element.", StringComparison.Ordinal)));
    }

    private const string Default = """
        <Default><callManagerGroup><name>Default</name><tftpDefault>true</tftpDefault><members><member priority="0"><callManager><ports><ethernetPhonePort>2000</ethernetPhonePort></ports><processNodeName>192.0.2.7</processNodeName></callManager></member></members></callManagerGroup><loadInformation404 model="Cisco 7962">SIP42.9-4-2SR3-1S</loadInformation404><loadInformation6 model="IP Phone 7910"></loadInformation6></Default>
        """;

    [Theory]
    [InlineData("XMLDefault.cnf.xml", "SIP42.", null)]
    [InlineData("xmldefault.cnf.xml", "SIP75.", "load.model")]
    [InlineData("XMLDefault.cnf.xml", "SCCP42.", "load.protocol")]
    [InlineData("SEP001122334455.cnf.xml", "SIP42.", "xml.malformed")]
    public void RootDefault_IsRightForTheDefaultOnly_WithALoadForEachModel(string name, string load, string? rule)
    {
        byte[] content = Encoding.UTF8.GetBytes(Default.Replace("SIP42.", load, StringComparison.Ordinal));
        Assert.Equal(rule, Linter.Lint(LintFiles.File(name, content)).SingleOrDefault()?.Rule.Id);
    }

    [Theory]
    [InlineData("XMLDefault.cnf.xml", "192.0.2.7")]
    [InlineData("SEP001122334455.cnf.xml", null)]
    public void RootDefault_IsInspectedByItsName(string name, string? callManager)
    {
        InspectionRequest request = new() { FileName = name, File = Encoding.UTF8.GetBytes(Default) };
        Assert.Equal(callManager, CheckContext.Read(() => Inspector.Inspect(request))?.Configuration?.CallManagers.Single().Host);
    }

    [Fact]
    public void MalformedXml_IsFoundAtItsLineAndColumn()
    {
        LintFinding found = Assert.Single(Lint("<device>\n  <fullConfig>true</fullConfg>\n</device>"));
        Assert.Equal((LintRules.XmlMalformed, 2, 21), (found.Rule, found.Place.Line, found.Place.Column));
    }

    [Fact]
    public void TrustListRecord_IsFoundAtItsNumberAndOffset()
    {
        LintFinding found = Linter.Lint(PlantedMistakes.All["trust.role"]()).Single();
        Assert.Equal(5, found.Place.Record);
        Assert.Equal(1, PlantedMistakes.All["trust.role"]().Content.Span[found.Place.Offset!.Value]);
    }

    [Theory]
    [InlineData("<phonePassword>", "value.length")]
    [InlineData("<sshPassword>", "value.length")]
    [InlineData("<authPassword>", "value.length")]
    public void Secret_OfAnyKind_IsNeverRepeated(string element, string rule)
    {
        string secret = new('7', 200);
        IReadOnlyList<LintFinding> found = Lint(LintFiles.FullXml.Replace(element, element + secret, StringComparison.Ordinal));
        Assert.Contains(rule, found.Select(f => f.Rule.Id));
        Assert.DoesNotContain("777", string.Concat(found.Select(f => f.Message + f.Fix)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("natReceivedProcessing", "sipProfile")]
    [InlineData("usb1", "vendorConfig")]
    [InlineData("phonePersonalization", "device")]
    public void ElementThatPhonesKnowAndPhoneSimDoesNotUse_IsNoMistake(string element, string parent)
    {
        IReadOnlyList<LintFinding> found = Lint(LintFiles.FullXml.Replace($"</{parent}>", $"<{element}></{element}></{parent}>", StringComparison.Ordinal));
        Assert.Equal([LintRules.SecretInClear], found.Select(f => f.Rule));
    }

    [Fact]
    public void HostileText_IsStrippedFromMessages()
    {
        LintFinding found = Assert.Single(Lint(LintFiles.FullXml.Replace("<sipPort>5060", "<sipPort>\u202e5060", StringComparison.Ordinal)), f => f.Rule == LintRules.ValuePort);
        Assert.DoesNotContain('\u202e', found.Message);
    }

    [Fact]
    public void HostileBytes_OfAnyKind_AreFindings()
    {
        Random chance = new(5);
        foreach (string name in new[] { "sha1/ITLFile.tlv", "sha1/SEP001122334455.cnf.xml.sgn", "sha1/SEP001122334455.cnf.xml.enc.sgn", "plain.cnf.xml" })
            for (int i = 0; i < 300; i++)
            {
                byte[] content = Vectors.Bytes(name);
                content[chance.Next(content.Length)] ^= (byte)(1 << chance.Next(8));
                Assert.NotNull(Linter.Lint(LintFiles.File(Path.GetFileName(name), content[..chance.Next(content.Length)])));
            }
    }

    private static IReadOnlyList<LintFinding> Lint(string xml) => Linter.Lint(LintFiles.File($"{LintFiles.Device}.cnf.xml", Encoding.UTF8.GetBytes(xml)));
}
