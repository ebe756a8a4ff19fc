using System.Text;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests;

/// <summary>Files of a user and of a flash, damaged: an error that says what is wrong, never another exception.</summary>
[Trait("Category", "Fuzz")]
public sealed class FolderFuzzTests
{
    private const int OneIn = 40;

    /// <summary>Well-formed and yet nothing of use.</summary>
    private static readonly byte[][] Json = [.. "null|[]|{}|{\"steps\":null}|{\"mistakes\":[null]}|{\"extends\":null}|{\"menu\":{\"root\":null}}|{\"goal\":\"\",\"title\":\"\",\"profile\":\"\",\"steps\":[{\"on\":{\"press\":null}}]}".Split('|').Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Profiles_Damaged_RaiseDocumentExceptionOnly() => Fuzz.Run([Shipped("7962-sip-manual.json"), Shipped("family-manual.json"), Shipped("8845.json"), .. Json], bytes => InFolder("mine.json", bytes, folder =>
    {
        try
        {
            new ProfileStore(folder).Find("mine");
        }
        catch (DocumentException e)
        {
            Assert.All(e.Errors, error => Assert.NotEmpty(error.Message));
        }
    }), OneIn);

    [Fact]
    public void Lessons_Damaged_RaiseLessonExceptionOnly() => Fuzz.Run([Shipped("lessons/enter-key.json"), Shipped("lessons/mistakes.json"), .. Json], bytes =>
    {
        foreach (string file in (string[])["mine.json", "mistakes.json"])
            InFolder(file, bytes, folder =>
            {
                try
                {
                    new LessonStore(folder).Find("mine");
                }
                catch (LessonException e)
                {
                    Assert.NotEmpty(e.Errors);
                }
            });
    }, OneIn);

    [Fact]
    public void FlashItems_Damaged_CountAsAbsent()
    {
        using TemporaryFolder whole = new();
        Fill(whole.Path);
        FlashItem[] items = Enum.GetValues<FlashItem>();
        Fuzz.Run([.. items.Select(item => Tagged(item, File.ReadAllBytes(whole.PathOf(FolderFlash.FileOf(item)))))], bytes =>
        {
            if (bytes.Length > 0)
                InFolder(FolderFlash.FileOf(items[bytes[0] % items.Length]), bytes[1..], folder => new FolderFlash(folder).Dispose());
        }, OneIn);
    }

    private static byte[] Tagged(FlashItem item, byte[] content) => [(byte)item, .. content];

    private static byte[] Shipped(string file) => File.ReadAllBytes(Path.Combine(Vectors.PathOf(""), "..", "..", "firmware-profiles", file));

    private static void InFolder(string file, byte[] content, Action<string> use)
    {
        using TemporaryFolder folder = new();
        folder.Write(file, content);
        use(folder.Path);
    }

    private static void Fill(string folder)
    {
        using FolderFlash flash = new(folder);
        flash.SetSymmetricKey(new(new byte[16]));
        flash.SetItl(TrustList.Parse(Vectors.Bytes("sha1/ITLFile.tlv")));
        flash.SetCtl(TrustList.Parse(Vectors.Bytes("sha1/CTLSEP001122334455.tlv")));
        flash.SetConfiguration(new("SEP001122334455.cnf.xml.sgn", PhoneConfiguration.Parse(Vectors.Bytes("plain.cnf.xml"))));
        flash.SetDigestCredentials(new("user", new("password")));
        flash.SetSettings(new() { Password = new("24680"), AlternateTftp1 = new("192.0.2.1", 69) });
        flash.SetMic(DeviceCertificate.FromPem(Vectors.Text("keys/phone-mic.pem")));
        flash.SetLsc(DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")));
        flash.SetStatusMessages([new(DateTimeOffset.UnixEpoch, "TFTP timeout")]);
    }
}
