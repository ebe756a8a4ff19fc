using System.Globalization;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Painting;

namespace PhoneSim.Terminal.Copying;

/// <summary>Parts of the screen as text that outlives it: a key or a password being typed is dots.</summary>
internal static class PartText
{
    private const int Width = 100;

    public static string Of(ScreenPart part, PhoneSnapshot phone, string filter) => part switch
    {
        ScreenPart.Display => Display(phone),
        ScreenPart.Boot => BootPainter.Summary(phone, Width),
        ScreenPart.Log => Log(phone, filter),
        _ => $"{phone.Device} {phone.Profile.Name}, {(phone.Server.Length == 0 ? "no server" : phone.Server)}\n\n{Display(phone)}\n{BootPainter.Summary(phone, Width)}\n{Log(phone, filter)}",
    };

    private static string Display(PhoneSnapshot phone) => ScreenText.Render(phone.Screen.WithoutSecrets(), phone.Profile.Screen).TrimEnd('\n') + "\n";

    private static string Log(PhoneSnapshot phone, string filter) =>
        string.Concat(new LogFilter(filter).Of(phone.Log).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z {line.Text}\n")));
}
