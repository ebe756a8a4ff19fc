using System.Text;

namespace PhoneSim.Formats.Sip;

/// <summary>
/// Body of a NOTIFY with <c>Event: service-control</c>: lines <c>name=value</c>, values but the first in braces. Observed: sent so by call managers and by the Asterisk recipes
/// that reset these phones.
/// </summary>
/// <param name="RegisterCallId">Call-ID of the registration meant; null: none named.</param>
/// <param name="ConfigVersionStamp">Null: none named.</param>
public sealed record ServiceControl(ServiceAction Action, string? RegisterCallId, string? ConfigVersionStamp)
{
    public const string EventName = "service-control";

    /// <exception cref="MalformedDataException"/>
    public static ServiceControl Parse(ReadOnlySpan<byte> body)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('=', 2) is [var name, var value])
                values.TryAdd(name.Trim(), Unbraced(value.Trim()));
        return values.TryGetValue("action", out string? action)
            ? new(Find(action), values.GetValueOrDefault("RegisterCallId"), values.GetValueOrDefault("ConfigVersionStamp"))
            : throw new MalformedDataException("service control without an action", 0);
    }

    public byte[] Write() => Encoding.UTF8.GetBytes($"action={NameOf(Action)}\r\nRegisterCallId={{{RegisterCallId}}}\r\nConfigVersionStamp={{{ConfigVersionStamp}}}\r\nDialplanVersionStamp={{}}\r\nSoftkeyVersionStamp={{}}\r\n");

    public static string NameOf(ServiceAction action) => action switch
    {
        ServiceAction.Reset => "reset",
        ServiceAction.Restart => "restart",
        ServiceAction.CheckVersion => "check-version",
        ServiceAction.ApplyConfig => "apply-config",
        _ => "other",
    };

    private static ServiceAction Find(string name) => Enum.GetValues<ServiceAction>().FirstOrDefault(action => NameOf(action).Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Unbraced(string value) => value is ['{', .., '}'] ? value[1..^1] : value;
}
