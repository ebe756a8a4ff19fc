using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;

// Writes every item of a flash for ever, by turns in two versions, a line before each, until it is killed. Arguments: flash folder, vectors folder.
string vectors = args[1];
byte[] Vector(string name) => File.ReadAllBytes(Path.Combine(vectors, name));
DeviceCertificate[] certificates = [.. new[] { "phone-lsc", "phone-mic" }.Select(key => DeviceCertificate.FromPem(File.ReadAllText(Path.Combine(vectors, "keys", key + ".pem"))))];
TrustList[] lists = [.. new[] { "sha1", "sha512" }.Select(digest => TrustList.Parse(Vector($"{digest}/ITLFile.tlv")))];
PhoneConfiguration configuration = PhoneConfiguration.Parse(Vector("plain.cnf.xml"));
using FolderFlash flash = new(args[0]);
for (int turn = 0; ; turn = 1 - turn)
    foreach (Action<int> write in (Action<int>[])
    [
        t => flash.SetSymmetricKey(SymmetricKey.FromHex(new string((char)('A' + t), 32), 128)),
        t => flash.SetItl(lists[t]),
        t => flash.SetCtl(lists[t]),
        t => flash.SetLsc(certificates[t]),
        t => flash.SetMic(certificates[t]),
        t => flash.SetConfiguration(new($"version{t}", configuration)),
        t => flash.SetDigestCredentials(new($"user{t}", new($"password{t}"))),
        t => flash.SetSettings(new() { EncryptedConfig = t == 1, Password = new($"password{t}") }),
        t => flash.SetStatusMessages([new(DateTimeOffset.UnixEpoch, $"message {t}")]),
    ])
    {
        Console.WriteLine("writing");
        write(turn);
    }
