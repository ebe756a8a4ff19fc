using PhoneSim.Formats;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Capf;

/// <summary>What is scheduled for one phone.</summary>
public sealed record CapfOrder
{
    public CapfOperation Operation { get; init; }

    public CapfAuthentication Authentication { get; init; } = CapfAuthentication.NullString;

    /// <summary>Expected in mode <see cref="CapfAuthentication.AuthString"/>.</summary>
    public Secret? AuthString { get; init; }

    /// <summary>For an install.</summary>
    public CapfKeySpec Key { get; init; } = CapfKeySpec.Rsa(2048);

    /// <summary>The order has no effect after this; null: no deadline.</summary>
    public DateTimeOffset? CompletesBy { get; init; }
}
