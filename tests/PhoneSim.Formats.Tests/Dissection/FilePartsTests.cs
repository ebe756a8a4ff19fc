using System.Text;
using PhoneSim.Formats.Dissection;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Dissection;

public sealed class FilePartsTests
{
    [Theory]
    [InlineData("sha1/ITLFile.tlv")]
    [InlineData("sha512/ITLFile.tlv")]
    [InlineData("sha1/SEP001122334455.cnf.xml.enc.sgn")]
    [InlineData("sha1/full-sgn/SEP001122334455.cnf.xml.sgn")]
    [InlineData("plain.cnf.xml")]
    public void Vector_TakenApart_CoversEveryByteOnce(string vector)
    {
        byte[] file = Vectors.Bytes(vector);
        FileParts found = FileParts.Of(file);
        Assert.Null(found.Problem);
        int end = 0;
        foreach (FilePart part in found.Parts.Where(part => part.Depth == 0))
        {
            Assert.Equal(end, part.Offset);
            end += part.Length;
        }

        Assert.Equal(file.Length, end);
        Assert.All(found.Parts, part => Assert.InRange(part.Offset + part.Length, 1, file.Length));
    }

    [Fact]
    public void TrustList_RecordsAndSigner_AreNamed()
    {
        FileParts found = FileParts.Of(Vectors.Bytes("sha1/ITLFile.tlv"));
        Assert.Contains(found.Parts, part => part is { Name: "record 1", Value: "SAST" or "CCM+TFTP" or "TFTP" or "TVS" or "CAPF" or "CCM" });
        Assert.Contains(found.Parts, part => part is { Depth: 1, Name: "signer name (4)" } && part.Value.Contains("CN=SAST.lab.example", StringComparison.Ordinal));
    }

    [Fact]
    public void EncryptedFile_KeyInfo_LiesInTheEncryptionInfo()
    {
        FileParts found = FileParts.Of(Vectors.Bytes("sha1/SEP001122334455.cnf.xml.enc.sgn"));
        Assert.Contains(found.Parts, part => part is { Depth: 2, Name: "wrapped key size (23)", Value: "2048" });
        Assert.EndsWith("bytes, encrypted", found.Parts[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Configuration_Passwords_AreDotsInWordsAndInHex()
    {
        byte[] file = Vectors.Bytes("plain.cnf.xml");
        FileParts found = FileParts.Of(file);
        HexDump dump = new(file, found.Secrets);
        Assert.Contains(found.Parts, part => part is { Name: "authPassword", Value: Secret.Dots });
        Assert.Contains(found.Parts, part => part is { Name: "authName", Value: "digest-user" });
        string text = string.Concat(dump.Lines(0, dump.LineCount).Select(line => line[^16..]));
        foreach (string secret in new[] { "digest-s3cret", "24680", "ssh-s3cret" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public void FileCutOff_WhatWasReadStays_AndTheReasonStandsThere()
    {
        FileParts found = FileParts.Of(Vectors.Bytes("sha1/ITLFile.tlv").AsMemory(0, 400));
        Assert.NotEmpty(found.Parts);
        Assert.Contains("offset", found.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPrefixOfAVector_IsTakenApartWithoutAnException()
    {
        byte[] file = Vectors.Bytes("sha1/full-sgn/SEP001122334455.cnf.xml.sgn");
        for (int length = 0; length < file.Length; length += 7)
            Assert.NotNull(FileParts.Of(file.AsMemory(0, length)).Parts);
    }

    [Fact]
    public void HexDump_Line_HasOffsetHexAndText()
    {
        HexDump dump = new(Encoding.ASCII.GetBytes("0123456789abcdef!\n"), []);
        Assert.Equal("000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef", dump.Line(0));
        Assert.Equal("000010  21 0a                                            !.", dump.Line(1));
    }
}
