using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Lab.Sip;

/// <summary>A line that is registered.</summary>
/// <param name="Device">As the phone names itself; its Contact when it does not.</param>
/// <param name="Contact">The phone's own address, a URI.</param>
/// <param name="CallId">Of the registration: commands name it.</param>
/// <param name="User">Who proved a password; null: nobody was asked.</param>
public sealed record SipBinding(string Line, string Device, string Contact, string CallId, SignallingTransport Transport, DateTimeOffset Until, string? User)
{
    /// <summary>The way back to the phone.</summary>
    internal Func<SipMessage, Task> Send { get; init; } = _ => Task.CompletedTask;
}
