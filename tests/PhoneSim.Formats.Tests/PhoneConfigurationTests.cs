using System.Text;
using System.Xml.Linq;
using PhoneSim.Formats.Configuration;
using PhoneSim.TestSupport;
using Xunit;

namespace PhoneSim.Formats.Tests;

/// <summary>What a phone takes out of its configuration, and what it leaves.</summary>
public sealed class PhoneConfigurationTests
{
    [Fact]
    public void Parse_VendorConfig_SaysWhoMayUseWebAndSettings()
    {
        PhoneConfiguration configuration = Parse("<vendorConfig><settingsAccess>2</settingsAccess><webAccess>1</webAccess></vendorConfig>");
        Assert.Equal((2, 1), (configuration.SettingsAccess, configuration.WebAccess));
    }

    [Theory]
    [InlineData("<commonConfig><webAccess>1</webAccess></commonConfig><enterpriseConfig><settingsAccess>2</settingsAccess><webAccess>0</webAccess></enterpriseConfig>")]
    [InlineData("<vendorConfig><settingsAccess>2</settingsAccess><webAccess/></vendorConfig><commonConfig><settingsAccess>0</settingsAccess><webAccess>1</webAccess></commonConfig>")]
    public void Parse_CommonAndEnterpriseConfig_SpeakWhereTheNarrowerOneIsSilent(string content)
    {
        PhoneConfiguration configuration = Parse(content);
        Assert.Equal((2, 1), (configuration.SettingsAccess, configuration.WebAccess));
    }

    [Fact]
    public void Parse_PrefixThatCallManagersDoNotDeclare_IsKnown()
    {
        PhoneConfiguration configuration = PhoneConfiguration.Parse(CallManagerFile.Bytes);
        Assert.Equal(("sip78xx.12-5-1SR2-2", 1), (configuration.LoadInformation, configuration.WebAccess));
        Assert.Equal(["192.0.2.10"], configuration.CallManagers.Select(m => m.Host));
        Assert.Equal([(1, "1000")], configuration.Lines.Select(l => (l.Button, l.Name)));
        Assert.Equal("24", ConfigurationElement.Parse(CallManagerFile.Bytes).Attribute("ctiid"));
    }

    [Fact]
    public void Parse_AnyOtherUndeclaredPrefix_IsNoConfiguration() =>
        Assert.Throws<MalformedDataException>(() => PhoneConfiguration.Parse("<device abc:type='x'/>"u8.ToArray()));

    [Fact]
    public void Edited_FileWithAPrefixThatItDoesNotDeclare_IsWellFormedForEverybody()
    {
        byte[] edited = new ConfigurationEditor(CallManagerFile.Bytes).Set("certHash", "00").ToXml();
        XElement device = XDocument.Parse(Encoding.UTF8.GetString(edited)).Root!;
        Assert.Equal("axl:XIPPhone", device.Attribute(XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance"))?.Value);
        Assert.Equal("xsi", device.GetPrefixOfNamespace("http://www.w3.org/2001/XMLSchema-instance"));
    }

    [Fact]
    public void Parse_TextInPieces_IsOneText() =>
        Assert.Equal("SIP.8 & more", Parse("<loadInformation> SIP<!-- a remark -->.8<![CDATA[ & mo]]>re\n</loadInformation>").LoadInformation);

    [Fact]
    public void Parse_ElementsDeeperThanCallManagersWrite_AreNoFault() =>
        Assert.Equal("one", Parse($"{string.Concat(Enumerable.Repeat("<a>", 60))}{string.Concat(Enumerable.Repeat("</a>", 60))}<versionStamp>one</versionStamp>").VersionStamp);

    [Fact]
    public void Parse_SameElementTwice_FirstCounts() => Assert.Equal("one", Parse("<versionStamp>one</versionStamp><versionStamp>two</versionStamp>").VersionStamp);

    [Fact]
    public void Parse_NameThatDiffersInOneLetter_IsAnother() =>
        Assert.Equal("one", Parse("<vexsionStamp>zero</vexsionStamp><versionStamp>one</versionStamp><vexsionStamp>two</vexsionStamp>").VersionStamp);

    [Fact]
    public void Parse_ElementElsewhere_IsNotTaken() => Assert.Null(Parse("<other><versionStamp>one</versionStamp></other>").VersionStamp);

    [Fact]
    public void Parse_ElementOfAnotherNamespace_IsNotTaken() => Assert.Null(Parse("<x:versionStamp xmlns:x='urn:x'>one</x:versionStamp>").VersionStamp);

    [Fact]
    public void Parse_MembersInAnyOrder_AreByPriority()
    {
        PhoneConfiguration configuration = Parse(
            $"<devicePool><callManagerGroup><members>{Manager(1, "second")}{Manager(0, "first")}</members></callManagerGroup></devicePool>" +
            "<TVS><members><member priority='2'><address>late</address></member><member priority='1'><address>early</address><port>9</port></member></members></TVS>");
        Assert.Equal(["first", "second"], configuration.CallManagers.Select(m => m.Host));
        Assert.Equal([new("early", 9), new("late", 2445)], configuration.TvsServers);
    }

    [Fact]
    public void Parse_Lines_EachHasItsOwnFacts()
    {
        PhoneConfiguration configuration = Parse(
            "<sipProfile><sipLines><line button='1'><name>1000</name></line><line button='2'><name>1001</name><authName>u</authName><authPassword>p</authPassword></line></sipLines></sipProfile>");
        Assert.Equal([(1, "1000", false), (2, "1001", true)], configuration.Lines.Select(l => (l.Button, l.Name, l.Credentials is not null)));
        Assert.Equal("u", configuration.DigestCredentials?.User);
    }

    [Theory]
    [InlineData("<device><fullConfig>true</fullConfig></device><more/>")]
    [InlineData("<device><fullConfig>true</fullConfig><other><a></b></other></device>")]
    [InlineData("<device><fullConfig>true</fullConfig>")]
    [InlineData("<Default/>")]
    [InlineData("")]
    public void Parse_FaultWhereNothingIsRead_IsNoConfiguration(string xml)
    {
        Assert.Throws<MalformedDataException>(() => PhoneConfiguration.Parse(Encoding.UTF8.GetBytes(xml)));
        Assert.False(PhoneConfiguration.IsConfiguration(Encoding.UTF8.GetBytes(xml)));
    }

    private static PhoneConfiguration Parse(string content) => PhoneConfiguration.Parse(Encoding.UTF8.GetBytes($"<device>{content}</device>"));

    private static string Manager(int priority, string host) => $"<member priority='{priority}'><callManager><processNodeName>{host}</processNodeName></callManager></member>";
}
