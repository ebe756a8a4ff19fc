using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Lessons;

/// <summary>What key presses mean to a lesson. Remembers the last star sequence, the last wrong digit and what is being typed, so that each is told once and in its place.</summary>
/// <param name="expected">What is to be typed into the key field; empty: anything.</param>
/// <param name="authString">The string that CAPF waits for; empty: none.</param>
internal sealed class PressMoments(FirmwareProfile profile, string expected, string authString)
{
    private const string Toggle = "**#";

    private readonly KeypadTable keypad = KeypadTable.Hex(profile.Menu.HexEntry);
    private string symbols = "";
    private string typedHere = "";
    private int wrongAt = -1;
    private bool hasRightKey;

    public IEnumerable<LessonMoment> Of(PressSeen press)
    {
        Follow(press);
        return
        [
            new("press", press.Result.ToString()),
            .. Softkey(press),
            .. Screen(press),
            .. Stars(press),
            .. Answer(press),
            .. Typing(press),
            .. Discarding(press),
        ];
    }

    /// <summary>A key of that text was stored.</summary>
    public LessonMoment? Stored(PressSeen press)
    {
        if (press.Before.Entry is not { ExpectedLength: not null } field || expected.Length == 0)
            return null;
        bool isRight = field.Text == expected;
        string word = isRight ? "right" : hasRightKey ? "changed" : "another";
        hasRightKey |= isRight;
        return new("key", word);
    }

    /// <summary>What stands in a masked field is known from its keys alone.</summary>
    private void Follow(PressSeen press)
    {
        if (press.Before.Entry is null)
            typedHere = "";
        else if (press.Key is PhoneKey.Typed(var character))
            typedHere += character;
        else if (press.Key is PhoneKey.Digit(var symbol))
            typedHere += symbol;
    }

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
            yield return IsAuthString(field.Text) ? new("wrong-field", press.Before.Title) : new("wrong-length", $"{field.Text.Length} of {length}");
        else
            yield return IsAuthString(typedHere) && press.Before.Entry is { } other && other.Text != typedHere ? new("wrong-field", press.Before.Title) : new("refused", press.Before.Title);
    }

    private bool IsAuthString(string text) => authString.Length > 0 && text == authString;

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
            yield return WrongDigit(field.Text, wrong);
        wrongAt = wrong;
    }

    /// <summary>A digit of the right key tells that its presses were miscounted.</summary>
    private LessonMoment WrongDigit(string typed, int at)
    {
        string cycle = keypad.Find(expected[at]) is { } key ? keypad.Cycle(key.Symbol) : "";
        return cycle.Contains(typed[at], StringComparison.Ordinal) ? new("wrong-cycle", string.Join(' ', cycle.ToCharArray())) : new("wrong-digit", $"{at + 1}");
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
