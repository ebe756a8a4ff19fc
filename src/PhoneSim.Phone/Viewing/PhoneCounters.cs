using System.Globalization;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Viewing;

/// <summary>What a running phone has counted since it was switched on or reset from outside. Frames are not among it: the simulator has no interface of its own.</summary>
internal static class PhoneCounters
{
    /// <returns>Null: not one of these.</returns>
    public static string? Of(string id, BootContext phone) => id switch
    {
        "up-time" => UpTime(phone),
        "restart-cause" => phone.Findings.ResetReason is { Length: > 0 } reason ? reason : "power-on",
        "files-asked" => Text(phone.Findings.Requests.Count),
        "files-received" => Text(phone.Findings.FilesReceived),
        "bytes-received" => Text(phone.Findings.BytesReceived),
        _ => null,
    };

    /// <summary>Of the last start, the phone's own included.</summary>
    private static string UpTime(BootContext phone) => phone.Findings.Began is { } began ? phone.Options.Time.GetElapsedTime(began).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture) : "";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
