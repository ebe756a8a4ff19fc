using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>The keys of the moment.</summary>
public static class HelpPainter
{
    public const int Width = 62;

    /// <param name="isHeld">The boot is held, and the keys are those of stepping.</param>
    public static Painted Paint(PhoneSnapshot phone, bool digitsAreKeys, bool isHeld)
    {
        string[] lines = [.. isHeld ? HeldLines() : Lines(phone, digitsAreKeys)];
        Canvas canvas = new(Width, lines.Length + 2);
        canvas.Fill(0, 0, Width, lines.Length + 2, Ink.Bar);
        canvas.Frame(0, 0, Width, lines.Length + 2, Ink.Bar);
        canvas.Put(2, 0, " Keys of the moment ", Ink.Bar);
        for (int i = 0; i < lines.Length; i++)
            canvas.Put(2, i + 1, lines[i], Ink.Bar);
        return new(canvas, []);
    }

    private static IEnumerable<string> Lines(PhoneSnapshot phone, bool digitsAreKeys)
    {
        bool isField = phone.Screen.Entry is not null;
        yield return Line("F2", $"the {phone.Profile.Menu.OpenKey} key");
        yield return Line("arrows", "the navigation keys");
        yield return Line("Enter", isField ? "accept what stands in the field" : "select");
        yield return Line("Esc", isField ? "cancel" : "back");
        if (isField)
        {
            yield return Line("Backspace", "<<, deletes to the left");
            yield return Line("letters", "go into the field as they are");
            yield return Line("digits", digitsAreKeys ? "the twelve keys: 2 2 is A on a digit-first phone" : "go into the field as they are");
        }
        else
        {
            yield return Line("digits * #", "the twelve keys; a digit opens that row");
            yield return Line("q w e r t", "softkeys, left to right");
        }

        yield return Line("Alt+1 ... 5", "softkeys, also inside a field");
        if (phone.Profile.Menu.Unlock == UnlockStyle.StarStarPound)
            yield return Line("**#", "unlocks settings; **#** resets");
        yield return Line("mouse", "every key of the phone; Shift+drag marks text");
        yield return "";
        yield return Line("F10 F5 F9", "step the boot, let it run, breakpoints");
        yield return Line("Ctrl+R", "reset the phone");
        yield return Line("Ctrl+P", "every command, by search; Ctrl+O another phone");
        yield return Line("Ctrl+F", "filter the log; PgUp PgDn wheel scroll it");
        yield return Line("Ctrl+C", "copy a part of the screen as text");
        yield return Line("F8", digitsAreKeys ? "digits go into fields as they are" : "digits are the twelve keys in fields");
        yield return Line("F7", "other colours");
        yield return Line("Ctrl+Q", "quit; F1 closes this help");
    }

    private static IEnumerable<string> HeldLines() =>
    [
        Line("F10", "to the next pause: each file asked, each answer,"),
        Line("", "each verdict, each step of the boot table"),
        Line("F5", "run to the next breakpoint, or to the end"),
        Line("F9", "breakpoints: a state, a file, a verdict"),
        Line("a", "answer in the server's place: not found, time-out,"),
        Line("", "another file, a byte inverted"),
        Line("up down", "another part of the file; PgUp PgDn, wheel, click"),
        Line("F6", "the phone, and back to what holds it"),
        "",
        Line("Ctrl+R", "reset the phone"),
        Line("Ctrl+P", "every command, by search"),
        Line("Ctrl+Q", "quit; F1 closes this help"),
    ];

    private static string Line(string key, string meaning) => $"{key,-12} {meaning}";
}
