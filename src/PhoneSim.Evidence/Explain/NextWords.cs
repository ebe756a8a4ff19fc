using System.Globalization;

namespace PhoneSim.Evidence.Explain;

/// <summary>What a phone did next, in words.</summary>
internal static class NextWords
{
    public static string Of(PhoneMoment moment, PhoneMoment? after) => after is null ? "nothing more in the capture" : $"{What(moment, after)}, {Delay(after.Time - moment.Time - (moment.Request?.Took ?? TimeSpan.Zero))} later";

    private static string What(PhoneMoment moment, PhoneMoment after) => after switch
    {
        { Connection: { } connection } => $"opened {connection.Service} to {connection.Server}{(connection.IsOpen ? "" : ", which did not take it")}",
        _ when after.Request!.File == moment.Request?.File => after.Request.Transport == moment.Request.Transport ? "asked it again" : $"asked it by {after.Request.Transport.ToString().ToLowerInvariant()}",
        _ when IsReset(moment, after) => $"began anew with {after.Request.File}: a reset",
        _ => $"asked {after.Request.File}",
    };

    /// <summary>Trust lists come first in every start.</summary>
    private static bool IsReset(PhoneMoment moment, PhoneMoment after) => after.Role == FileRole.Ctl && moment.Role is not FileRole.Ctl || (after.Role.IsTrustList && moment.Role.IsConfiguration);

    private static string Delay(TimeSpan delay) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, delay.TotalSeconds):0.000} s");
}
