using System.Diagnostics;
using System.Security.Cryptography;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Flash;

public sealed class KilledWriterTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public Task Writer_KilledAFewTimes_LeavesEveryItemOldOrNew() => KillAsync(times: 10);

    [Fact]
    [Trait("Category", "Soak")]
    public Task Writer_KilledAFewHundredTimes_LeavesEveryItemOldOrNew() => KillAsync(times: 300);

    private async Task KillAsync(int times)
    {
        Random random = new(20261124);
        for (int i = 0; i < times; i++)
        {
            await WriteAndKillAsync(items: random.Next(0, 20), spins: random.Next(0, 20_000));
            Check();
        }
    }

    /// <summary>Lets the writer begin so many items, then kills it somewhere inside the next: where, is a matter of chance.</summary>
    private async Task WriteAndKillAsync(int items, int spins)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "PhoneSim.FlashWriter.dll"), temporary.PathOf("flash"), Vectors.PathOf("")]) { RedirectStandardOutput = true };
        using Process writer = Process.Start(start)!;
        for (int line = 0; line <= items; line++)
            Assert.Equal("writing", await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        Thread.SpinWait(spins);
        writer.Kill();
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private void Check()
    {
        using FolderFlash flash = new(temporary.PathOf("flash"));
        FlashContents contents = flash.Contents;
        Assert.Empty(flash.Damaged);
        Assert.All(new[] { contents.Mic, contents.Lsc }.OfType<DeviceCertificate>(), certificate => Assert.True(KeyBelongs(certificate)));
        Assert.True(contents.DigestCredentials is null || contents.DigestCredentials.User[^1] == contents.DigestCredentials.Password.Reveal()[^1]);
        Assert.Equal(contents.Settings.EncryptedConfig, contents.Settings.Password?.Reveal() == "password1");
        Assert.Contains(contents.SymmetricKey?.RevealHex(), new[] { null, new string('A', 32), new string('B', 32) });
    }

    private static bool KeyBelongs(DeviceCertificate certificate)
    {
        byte[] data = [1, 2, 3];
        using RSA publicKey = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPublicKey(certificate.Certificate)!;
        return publicKey.VerifyData(data, certificate.Rsa!.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
