using System.Globalization;
using System.Text;
using CsCheck;
using PhoneSim.Formats.Configuration;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests;

/// <summary>The short way through plain XML takes nothing that System.Xml refuses, and reads nothing else: a comment behind the file, which changes nothing in it, forbids the short way.</summary>
[Trait("Category", "Fuzz")]
public sealed class PlainXmlFuzzTests
{
    private static readonly string[] Tokens =
    [
        "<device>", "</device>", "<device", "<device  xsi:type=\"axl:XIPPhone\" ctiid=\"1\">", "<device/>", ">", "/>", "/", "<", "</", " ", "\n", "\r\n", "\r", "\t", "=", "\"", "'", ":", "]", "]]>", "&", "&amp;", "&lt;", "&gt;", "&quot;",
        "&apos;", "&#65;", "&x;", "<!-- r -->", "<![CDATA[", "<![CDATA[a]]>", "<?p?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<!DOCTYPE device>",
        "<versionStamp>", "</versionStamp>", "<versionStamp/>", "<versionStamp >", "</versionStamp >", "one", " two ", "é", "\u00A0", "\u0085", "\u0001", "\uFFFE", "\uFEFF", "😀", " a=\"1\"", " a='1'", " a = \"1\"", " xsi:a=\"1\"", " x:a=\"1\"", " xsi:9=\"1\"", "b=\"1\"", " b=\"<\"", " 9=\"1\"", "9",
        " xmlns=\"\"", " xmlns=\"urn:x\"", " xmlns:xsi=\"urn:x\"", " xml:lang=\"en\"", " priority=\"&lt;2\"", " priority=\"0\"", " priority=\"1\n\"", "<a>", "</a>", "<a b=\"1\" c=\"2\">", "<_.-9>", "</_.-9>", "<9/>", "<-a/>", "<xsi:a>", "</xsi:a>",
        "<TVS><members><member  priority=\"1\"><address>h</address></member></members></TVS>", "<sipProfile><sipLines><line  button=\"1\"><name>1000</name></line></sipLines></sipProfile>", "<Default>", "</Default>",
    ];

    private static readonly string[] Whole =
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\n", "<device", " xsi:type=\"axl:XIPPhone\"", " ctiid=\"1\"", ">", "\n", "<versionStamp", " a=\"1\"", ">", "one", "</versionStamp", ">", "<a", " b=\"1\"", " c=\"2\"", "/", ">", "é", "\r\n",
        "<TVS>", "<members>", "<member", "  priority=\"1\"", ">", "<address>", "h", "</address>", "</member>", "</members>", "</TVS>", "</device", ">", "\n",
    ];

    [Fact]
    public void Tokens_InAnyOrder_AreReadAsBySystemXml() => Fuzz.Run(
        from edits in Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, Tokens.Length - 1], Gen.Int[0, 2]).List[0, 5]
        select string.Concat(Edited(edits)),
        text => AssertBothRead(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Files_Damaged_AreReadAsBySystemXml() =>
        Fuzz.Run([CallManagerFile.Bytes, Vectors.Bytes("plain.cnf.xml"), MinimalConfiguration.From(CallManagerFile.Bytes, null)], AssertBothRead);

    private static List<string> Edited(List<(int At, int Token, int How)> edits)
    {
        List<string> tokens = [.. Whole];
        foreach ((int at, int token, int how) in edits)
        {
            if (how == 0)
                tokens[Math.Min(at, tokens.Count - 1)] = Tokens[token];
            else if (how == 1)
                tokens.Insert(Math.Min(at, tokens.Count), Tokens[token]);
            else if (tokens.Count > 1)
                tokens.RemoveAt(Math.Min(at, tokens.Count - 1));
        }

        return tokens;
    }

    /// <summary>Not of files that end within a character: System.Xml overlooks that at the end, but not before a comment.</summary>
    private static void AssertBothRead(byte[] file)
    {
        if (file is not [.., >= 0x80])
            Assert.Equal(Facts([.. file, .. "<!---->"u8]), Facts(file));
    }

    private static string? Facts(byte[] file) => Fuzz.Read(() =>
    {
        PhoneConfiguration c = PhoneConfiguration.Parse(file, "XMLDefault.cnf.xml");
        return string.Create(CultureInfo.InvariantCulture, $"""
            {c.FullConfig} {c.EncrConfig} {c.CertHash} {c.CapfAuthMode} {string.Join(' ', c.CapfServers)} {string.Join(' ', c.CallManagers)} {string.Join(' ', c.TvsServers)} {c.DigestCredentials?.User}
            {c.LoadInformation} {c.SettingsAccess} {c.WebAccess} {c.DeviceSecurityMode} {c.TransportLayerProtocol} {c.DeviceProtocol} {c.VersionStamp} {string.Join(' ', c.Lines.Select(l => (l.Button, l.Name, l.DisplayName, l.Label)))}
            """);
    });
}
