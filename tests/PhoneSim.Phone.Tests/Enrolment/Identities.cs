using PhoneSim.Formats;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Enrolment;

internal static class Identities
{
    public static DeviceCertificate Lsc { get; } = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));

    public static DeviceCertificate Mic { get; } = DeviceCertificate.FromPem(Vectors.Text("keys/phone-mic.pem"));

    /// <summary>By null string, with MIC and LSC.</summary>
    public static CapfIdentity Usual { get; } = new() { Device = Device("001122334455"), Authentication = CapfAuthentication.NullString, Lsc = Lsc, Mic = Mic };

    public static CapfIdentity WithString(string text) => Usual with { Authentication = CapfAuthentication.AuthString, AuthString = new Secret(text) };

    public static DeviceName Device(string mac)
    {
        Assert.True(DeviceName.TryParse(mac, out DeviceName? name));
        return name;
    }
}
