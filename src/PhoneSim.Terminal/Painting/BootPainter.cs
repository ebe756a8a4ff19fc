using System.Globalization;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>Beside the phone: what it does, which files it asked, what its flash holds, and the log.</summary>
public sealed class BootPainter
{
    private const int FewestLogLines = 4;
    private const int FlashLines = 6;
    private const int ShownMd5 = 8;
    private const int RoomForTimes = 70;
    private const int Tall = 1000;

    private readonly Canvas canvas;
    private readonly PhoneSnapshot phone;
    private int row;

    private BootPainter(PhoneSnapshot phone, int width, int height) => (this.phone, canvas) = (phone, new(width, height));

    /// <param name="state">How the log is shown: scrolled up, filtered.</param>
    public static Painted Paint(PhoneSnapshot phone, int width, int height, ScreenState state)
    {
        BootPainter painter = new(phone, width, height);
        painter.PaintState();
        painter.PaintFiles();
        painter.PaintFlash();
        painter.PaintLog(state);
        return new(painter.canvas, []);
    }

    /// <summary>The log alone.</summary>
    public static Painted Log(PhoneSnapshot phone, int width, int height, ScreenState state)
    {
        BootPainter painter = new(phone, width, height);
        painter.PaintLog(state);
        return new(painter.canvas, []);
    }

    /// <summary>All but the log, as text.</summary>
    public static string Summary(PhoneSnapshot phone, int width)
    {
        BootPainter painter = new(phone, width, Tall);
        painter.PaintState();
        painter.PaintFiles();
        painter.PaintFlash();
        return painter.canvas.ToString().TrimEnd('\n') + "\n";
    }

    private void PaintState()
    {
        Heading(phone.Resets switch { 0 => "Boot", 1 => "Boot, 1 reset", _ => $"Boot, {phone.Resets} resets" });
        string path = string.Join(" > ", phone.States.Select(s => s.ToString()));
        canvas.Put(0, row++, path.Length <= canvas.Width ? path : "…" + path[^(canvas.Width - 1)..]);
    }

    private void PaintFiles()
    {
        Heading("Files asked");
        int room = Math.Max(3, (canvas.Height - row - FlashLines - FewestLogLines - 3) / 2);
        foreach (FileExchange file in phone.Files.TakeLast(Math.Min(room, Math.Max(3, phone.Files.Count))))
        {
            string answer = file.Answer is null ? "…" : file.IsDelivered ? $"{file.Bytes} B" : file.Answer;
            string over = canvas.Width > 60 ? $"  {file.Transport}" : "";
            int space = canvas.Width - answer.Length - over.Length - 1;
            string name = file.File.Length <= space ? file.File : "…" + file.File[^(space - 1)..];
            canvas.Put(0, row, name + over);
            canvas.Put(canvas.Width - answer.Length, row++, answer, file.Answer is null ? Ink.Quiet : file.IsDelivered ? Ink.Good : file.Answer == "not-found" ? Ink.Warning : Ink.Bad);
        }
    }

    private void PaintFlash()
    {
        Heading("Flash");
        FlashSummary flash = phone.Flash;
        Fact("symmetric key", flash.HasKey ? "present" : "none", flash.HasKey);
        Fact("certificate", flash.Lsc is { } lsc ? $"LSC {lsc[..ShownMd5]}" : flash.Mic is { } mic ? $"MIC {mic[..ShownMd5]}" : "none", flash.Lsc is not null || flash.Mic is not null);
        Fact("trust lists", (flash.HasCtl, flash.HasItl) switch { (true, true) => "CTL, ITL", (true, false) => "CTL", (false, true) => "ITL", _ => "none" }, flash.HasCtl || flash.HasItl);
        Fact("configuration", flash.Configuration ?? "none", flash.Configuration is not null);
        Fact("settings", flash.Unlocked ? "unlocked" : "locked", flash.Unlocked);
        Fact("asks encrypted", flash.EncryptedConfig ? "first" : flash.HasKey ? "first (key)" : "no", flash.EncryptedConfig || flash.HasKey);
    }

    private void PaintLog(ScreenState state)
    {
        LogLine[] shown = [.. new LogFilter(state.LogFilter).Of(phone.Log)];
        Heading(LogHeading(state, shown.Length));
        int room = canvas.Height - row;
        (string Text, Ink Ink)[] lines = [.. shown.SelectMany(line => Wrap(line).Select(text => (text, InkOf(line.Severity))))];
        int last = Math.Max(Math.Min(room, lines.Length), lines.Length - state.LogOffset);
        foreach ((string text, Ink ink) in lines[..last].TakeLast(room))
            canvas.Put(0, row++, text, ink);
    }

    private string LogHeading(ScreenState state, int shown)
    {
        string back = state.LogOffset == 0 ? "" : $", {state.LogOffset} lines back";
        return state.IsFiltering ? $"Log with: {state.LogFilter}_"
            : state.LogFilter.Length > 0 ? $"Log with \"{state.LogFilter}\", {shown} of {phone.Log.Count}{back}"
            : $"Log{back}";
    }

    private void Heading(string text)
    {
        canvas.Put(0, row, new string('─', canvas.Width), Ink.Quiet);
        canvas.Put(1, row++, $" {text} ", Ink.Heading);
    }

    private void Fact(string name, string value, bool present)
    {
        int space = canvas.Width - name.Length - 1;
        string shown = value.Length <= space ? value : "…" + value[^(space - 1)..];
        canvas.Put(0, row, name, Ink.Quiet);
        canvas.Put(canvas.Width - shown.Length, row++, shown, present ? Ink.Good : Ink.Plain);
    }

    private IEnumerable<string> Wrap(LogLine line) => canvas.Width >= RoomForTimes
        ? TextWrap.Lines(string.Create(CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:HH:mm:ss.fff} {line.Text}"), canvas.Width, new(' ', 15))
        : TextWrap.Lines(line.Text, canvas.Width, "  ");

    private static Ink InkOf(LogSeverity severity) => severity switch
    {
        LogSeverity.Good => Ink.Good,
        LogSeverity.Warning => Ink.Warning,
        LogSeverity.Bad => Ink.Bad,
        _ => Ink.Plain,
    };
}
