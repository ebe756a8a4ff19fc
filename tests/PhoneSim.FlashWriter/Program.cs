using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;

// Writes every item of a flash for ever, by turns in two versions, until it is killed. Arguments: flash folder, vectors folder.
string vectors = args[1];
byte[] Vector(string name) => File.ReadAllBytes(Path.Combine(vectors, name));
DeviceCertificate[] certificates = [.. new[] { "phone-lsc", "phone-mic" }.Select(key => DeviceCertificate.FromPem(File.ReadAllText(Path.Combine(vectors, "keys", key + ".pem"))))];
TrustList[] lists = [.. new[] { "sha1", "sha512" }.Select(digest => TrustList.Parse(Vector($"{digest}/ITLFile.tlv")))];
PhoneConfiguration configuration = PhoneConfiguration.Parse(Vector("plain.cnf.xml"));
using FolderFlash flash = new(args[0]);
Console.WriteLine("writing");
for (int turn = 0; ; turn = 1 - turn)
{
    flash.SetSymmetricKey(SymmetricKey.FromHex(new string((char)('A' + turn), 32), 128));
    flash.SetItl(lists[turn]);
    flash.SetCtl(lists[turn]);
    flash.SetLsc(certificates[turn]);
    flash.SetMic(certificates[turn]);
    flash.SetConfiguration(new($"version{turn}", configuration));
    flash.SetDigestCredentials(new($"user{turn}", new($"password{turn}")));
    flash.SetSettings(new() { EncryptedConfig = turn == 1, Password = new($"password{turn}") });
    flash.SetStatusMessages([new(DateTimeOffset.UnixEpoch, $"message {turn}")]);
}
