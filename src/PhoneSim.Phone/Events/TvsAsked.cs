using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Events;

/// <param name="About">Whose certificate it is: the signer of a file, or the subject of a server's and the roles it has to have.</param>
public sealed record TvsAsked(DateTimeOffset Time, DeviceName Device, string About, TvsVerdict Verdict) : PhoneEvent(Time, Device)
{
    /// <summary>The file whose signer it is; null: a server's certificate.</summary>
    public string? File { get; init; }

    public override string Kind => "tvs";
}
