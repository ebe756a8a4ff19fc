using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Registration;

/// <summary>Who registers where: made from configuration, profile and flash.</summary>
public sealed record RegistrationRequest
{
    public required DeviceName Device { get; init; }

    public required FirmwareProfile Profile { get; init; }

    /// <summary>By priority.</summary>
    public required IReadOnlyList<ServerEndPoint> CallManagers { get; init; }

    public required SignallingTransport Transport { get; init; }

    /// <summary>Empty on SCCP, where the device registers.</summary>
    public required IReadOnlyList<RegistrationLine> Lines { get; init; }

    public required ServerCertificateJudge Judge { get; init; }

    /// <summary>LSC, else MIC; null: none.</summary>
    public DeviceCertificate? Certificate { get; init; }
}
