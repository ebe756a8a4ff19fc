using System.Diagnostics;
using System.Net;
using PhoneSim.Lab;
using PhoneSim.Lab.Database;
using PhoneSim.Network.Capture;
using PhoneSim.Phone;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Interop.Tests.Capture;

/// <summary>The lab in this process, and <c>phonesim boot --pcap</c> before it in a process of its own: the platform logs keys a process at a time.</summary>
internal sealed class CaptureBench : IAsyncDisposable
{
    public const string Device = "SEP001122334455";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly LabServer lab;

    public CaptureBench(string address, string profile, PacketCapture? capture = null)
    {
        SharedKeys.CopyTo(folder.PathOf("lab/pki"));
        PhoneDatabase database = new(folder.PathOf("lab"), new ProfileStore(), TimeProvider.System);
        DeviceName name = DeviceName.TryParse(Device, out DeviceName? device) ? device : throw new InvalidOperationException();
        database.Save(LabPhones.New(name, profile) with { EncryptedConfig = true, Capf = CapfOperation.Install });
        lab = new(database, new() { Bind = IPAddress.Parse(address), Capture = capture }, TimeProvider.System);
    }

    public string Pcap => folder.PathOf("boot.pcapng");

    public string KeyLog => folder.PathOf("keys.log");

    public int CapfPort => lab.Capf.Port;

    /// <summary>Standard error of a boot that ended well.</summary>
    public async Task<string> BootAsync(string profile, params IEnumerable<string> more)
    {
        ProcessStartInfo start = new("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "phonesim.dll"), "boot", "--profile", profile, "--mac", Device[3..], "--mic", Vectors.PathOf("keys/phone-mic.pem"), "--server", lab.Tftp.ToString(),
            "--http-port", $"{lab.Http.Port}", "--https-port", $"{lab.Https.Port}", "--flash", folder.PathOf("flash"), "--pcap", Pcap, .. more,
        ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process phone = Process.Start(start)!;
        Task<string> errors = phone.StandardError.ReadToEndAsync();
        string output = await phone.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await phone.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(phone.ExitCode == 0, output + await errors);
        return await errors;
    }

    public async ValueTask DisposeAsync()
    {
        await lab.DisposeAsync();
        folder.Dispose();
    }
}
