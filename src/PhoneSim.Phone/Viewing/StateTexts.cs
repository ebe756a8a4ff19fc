using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Viewing;

/// <summary>What the idle screen says in each state.</summary>
public static class StateTexts
{
    /// <summary>Id in <see cref="FirmwareProfile.Texts"/>.</summary>
    /// <param name="failure">How registration failed; null: it did not.</param>
    public static string Id(BootState state, BootOutcome? failure) => state switch
    {
        BootState.Ready => Texts.PhoneReady,
        BootState.Registering => Texts.PhoneRegistering,
        BootState.AwaitingAuthString => Texts.WaitingForAuthString,
        BootState.Enrolling => Texts.PhoneEnrolling,
        BootState.Resetting => Texts.Resetting,
        BootState.Stopped when failure == BootOutcome.Rejected => Texts.RegistrationRejected,
        BootState.Stopped when failure is not null => Texts.PhoneRegistering,
        BootState.Stopped => Texts.Unprovisioned,
        _ => Texts.PhoneConfiguring,
    };
}
