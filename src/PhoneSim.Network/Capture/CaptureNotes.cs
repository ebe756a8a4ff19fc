using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Capture;

/// <summary>Notes on the packets whose they are, and what the phone makes of them.</summary>
/// <param name="next">Hears of everything too; null: nobody else listens.</param>
internal sealed class CaptureNotes(PacketCapture capture, IPhoneObserver? next) : IPhoneObserver
{
    private const int TextLimit = 1000;

    public void OnEvent(PhoneEvent phoneEvent)
    {
        if (phoneEvent is not (StateEntered or FlashChanged))
            Note(phoneEvent, $"{phoneEvent.Device}: {Printable.Text(EventText.Describe(phoneEvent), TextLimit)}");
        next?.OnEvent(phoneEvent);
    }

    private void Note(PhoneEvent phoneEvent, string text)
    {
        if (IsAhead(phoneEvent))
            capture.Announce(text);
        else
            capture.Remark(text);
    }

    /// <summary>Told before the packets it is about.</summary>
    private static bool IsAhead(PhoneEvent phoneEvent) => phoneEvent is FileRequested
        or CapfProgressed { Step: { From: CapfSide.Phone, Message: not null } or { Phase: CapfPhase.Connecting } }
        or RegistrationProgressed { Step.Phase: RegistrationPhase.Connecting or RegistrationPhase.Asking };
}
