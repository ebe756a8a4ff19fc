using PhoneSim.Formats.Capture;
using PhoneSim.Formats.Tests.Capture;
using PhoneSim.Formats.Tvs;
using PhoneSim.Formats.Capf;
using PhoneSim.Formats.Tftp;
using System.Text;
using CsCheck;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests;

public sealed class HostileInputTests
{
    private static readonly byte[][] Seeds =
    [
        Vectors.Bytes("sha1/ITLFile.tlv"), Vectors.Bytes("sha1/SEP001122334455.cnf.xml.enc.sgn"), Vectors.Bytes("sha512/SEP001122334455.cnf.xml.sgn"), Vectors.Bytes("plain.cnf.xml"),
        SampleCapture.PcapNg(), SampleCapture.Pcap(),
    ];

    [Fact]
    public void HeaderLength_BeyondTheFile_IsRefusedWithItsPlace()
    {
        MalformedDataException e = Assert.Throws<MalformedDataException>(() => SignedFile.Parse(new byte[] { 1, 0, 2, 1, 0, 2, 0, 2, 1, 0 }));
        Assert.Equal((5, (byte?)2), (e.Offset, e.Tag));
        Assert.Contains("header length 256", e.Message, StringComparison.Ordinal);
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

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Parsers_OnMutatedFiles_RaiseTheOneExceptionOnly()
    {
        long iterations = long.TryParse(Environment.GetEnvironmentVariable("PHONESIM_FUZZ"), out long n) ? n : 20_000;
        Gen<byte[]> mutated = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Int[0, 8000], Gen.Byte).Array[0, 6], Gen.Int[0, 8000], (seed, edits, cut) => Mutate(Seeds[seed], edits, cut));
        Gen.OneOf(mutated, Gen.Byte.Array[0, 200]).Sample(ParseAll, iter: iterations);
    }

    private static byte[] Mutate(byte[] seed, (int At, byte Value)[] edits, int cut)
    {
        byte[] copy = [.. seed];
        foreach ((int at, byte value) in edits)
            copy[at % copy.Length] = value;
        return cut < copy.Length ? copy[..cut] : copy;
    }

    private static void ParseAll(byte[] bytes)
    {
        Quietly(() => TrustList.Parse(bytes).FindSigner()?.ImportRsa()?.Dispose());
        Quietly(() => EncryptedFile.Decrypt(bytes, new SymmetricKey(new byte[16]), ContainerLayout.ManualAes128));
        Quietly(() => PhoneConfiguration.Parse(bytes));
        Quietly(() => SignedFile.Parse(bytes));
        Quietly(() => TftpPacket.Parse(bytes));
        Quietly(() => CapfMessage.Parse(bytes));
        Quietly(() => TvsMessage.Parse(bytes));
        Quietly(() => _ = new ConfigurationEditor(bytes));
        Quietly(() => CaptureConversations.Of(CaptureFile.Parse(bytes)));
    }

    private static void Quietly(Action parse)
    {
        try
        {
            parse();
        }
        catch (MalformedDataException)
        {
            // The one exception a parser may raise.
        }
    }
}
