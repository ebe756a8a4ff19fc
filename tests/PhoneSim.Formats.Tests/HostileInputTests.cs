using System.Text;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests;

public sealed class HostileInputTests
{
    [Fact]
    public void HeaderLength_BeyondTheFile_IsRefusedWithItsPlace()
    {
        MalformedDataException e = Assert.Throws<MalformedDataException>(() => SignedFile.Parse(new byte[] { 1, 0, 2, 1, 0, 2, 0, 2, 1, 0 }));
        Assert.Equal((5, (byte?)2), (e.Offset, e.Tag));
        Assert.Contains("header length 256", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Element_ThatComesAgain_IsCheckedNonetheless()
    {
        byte[] file = [1, 0, 2, 1, 0, 2, 0, 2, 0, 18, 10, 0, 1, 9, 10, 0, 1, 0];
        Assert.Equal(10, Assert.Throws<MalformedDataException>(() => SignedFile.Parse(file)).Offset);
    }

    [Fact]
    public void Record_OfLengthZero_IsRefused()
    {
        byte[] list = [.. Vectors.Bytes("sha1/ITLFile.tlv")[..408], 1, 0, 2, 0, 0];
        MalformedDataException e = Assert.Throws<MalformedDataException>(() => TrustList.Parse(list));
        Assert.Equal(408, e.Offset);
    }

    [Fact]
    public void Record_LongerThanTheFile_IsRefused()
    {
        byte[] list = Vectors.Bytes("sha1/ITLFile.tlv")[..^1];
        Assert.Contains("past the end", Assert.Throws<MalformedDataException>(() => TrustList.Parse(list)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Container_LongerThanTheHeader_IsRefused()
    {
        byte[] file = Vectors.Bytes("sha1/SEP001122334455.cnf.xml.sgn");
        file[11] = 0xFF;
        Assert.Throws<MalformedDataException>(() => SignedFile.Parse(file));
    }

    [Theory]
    [InlineData("<!DOCTYPE device [<!ENTITY a \"b\">]><device>&a;</device>")]
    [InlineData("<!DOCTYPE device SYSTEM \"file:///etc/passwd\"><device/>")]
    [InlineData("<device><unclosed></device>")]
    [InlineData("<other/>")]
    [InlineData("")]
    [InlineData("garbage")]
    public void Configuration_ThatIsNone_IsRefused(string xml) =>
        Assert.Throws<MalformedDataException>(() => PhoneConfiguration.Parse(Encoding.UTF8.GetBytes(xml)));

    [Fact]
    public void Configuration_TooDeep_IsRefusedWithoutExhaustingTheStack()
    {
        string xml = "<device>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) + "</device>";
        Assert.Contains("deep", Assert.Throws<MalformedDataException>(() => PhoneConfiguration.Parse(Encoding.UTF8.GetBytes(xml))).Message, StringComparison.Ordinal);
    }
}
