using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Lessons;

/// <summary>What key presses mean to a lesson. Remembers the last star sequence and the last wrong digit, so that each is told once.</summary>
/// <param name="expected">What is to be typed into the key field; empty: anything.</param>
/// <param name="authString">The string that CAPF waits for; empty: none.</param>
internal sealed class PressMoments(FirmwareProfile profile, string expected, string authString)
{
    private const string Toggle = "**#";

    private string symbols = "";
    private int wrongAt = -1;

    public IEnumerable<LessonMoment> Of(PressSeen press) =>
    [
        new("press", press.Result.ToString()),
        .. Softkey(press),
        .. Screen(press),
        .. Stars(press),
        .. Answer(press),
        .. Typing(press),
        .. Discarding(press),
    ];

    /// <summary>A key of that text was stored.</summary>
    public LessonMoment? Stored(PressSeen press) =>
        press.Before.Entry is { ExpectedLength: not null } field && expected.Length > 0 ? new("key", field.Text == expected ? "right" : "another") : null;

    private static IEnumerable<LessonMoment> Softkey(PressSeen press)
    {
        if (press.Key is PhoneKey.Softkey(var index) && press.Before.Softkeys.ElementAtOrDefault(index) is { Length: > 0 } label)
            yield return new("softkey", label);
    }

    private static IEnumerable<LessonMoment> Screen(PressSeen press)
    {
        if (press.After.Title != press.Before.Title || press.After.Selected is null != press.Before.Selected is null || (press.Before.Entry is null) != (press.After.Entry is null))
            yield return new("screen", press.After.Title);
    }

    private IEnumerable<LessonMoment> Stars(PressSeen press)
    {
        symbols = press.Key is PhoneKey.Digit(var symbol) && press.Before.Entry is null ? (symbols + symbol)[^Math.Min(Toggle.Length, symbols.Length + 1)..] : "";
        if (symbols == Toggle)
            yield return new("stars", profile.Menu.Unlock.ToString());
    }

    private IEnumerable<LessonMoment> Answer(PressSeen press)
    {
        if (press.Result == PressResult.Locked)
            yield return new("locked", profile.Menu.Unlock.ToString());
        if (press.Result != PressResult.Refused)
            yield break;
        if (press.Key is PhoneKey.Digit or PhoneKey.Typed)
            yield return new("wrong-character", press.Before.Title);
        else if (press.Before.Entry is { ExpectedLength: { } length } field)
            yield return IsAuthString(field) ? new("wrong-field", press.Before.Title) : new("wrong-length", $"{field.Text.Length} of {length}");
        else
            yield return new("refused", press.Before.Title);
    }

    private bool IsAuthString(EntryField field) => authString.Length > 0 && field.Text == authString;

    private IEnumerable<LessonMoment> Typing(PressSeen press)
    {
        if (press.After.Entry is not { ExpectedLength: { } length } field)
        {
            wrongAt = -1;
            yield break;
        }

        yield return new("typed", field.Text.Length == length ? "whole" : $"{field.Text.Length}");
        int wrong = FirstWrong(field.Pending && field.Cursor > 0 ? field.Text.Remove(field.Cursor - 1, 1) : field.Text);
        if (wrong >= 0 && wrong != wrongAt)
            yield return new("wrong-digit", $"{wrong + 1}");
        wrongAt = wrong;
    }

    /// <returns>Index of the first digit that is not the expected one; -1: all are.</returns>
    private int FirstWrong(string typed) =>
        expected.Length == 0 ? -1 : Enumerable.Range(0, Math.Min(typed.Length, expected.Length)).FirstOrDefault(i => typed[i] != expected[i], -1);

    private static IEnumerable<LessonMoment> Discarding(PressSeen press)
    {
        if (press.Before.Entry is { Text.Length: > 0, Choices.Length: 0 } && press.After.Entry is null && IsLeaving(press))
            yield return new("discarded", press.Before.Title);
    }

    private static bool IsLeaving(PressSeen press) => press.Key switch
    {
        PhoneKey.Softkey(var index) => SoftkeyActions.Of(press.Before.Softkeys[index]) is SoftkeyAction.Exit or SoftkeyAction.Cancel,
        PhoneKey.Navigation(NavigationKey.Back) or PhoneKey.Hard => true,
        _ => false,
    };
}
