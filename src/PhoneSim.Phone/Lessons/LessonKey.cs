namespace PhoneSim.Phone.Lessons;

/// <summary>Keys in lessons are written short: repeated until they have the length of the phone's key.</summary>
public static class LessonKey
{
    public static string Repeat(string digits, int keyBits) => string.Concat(Enumerable.Repeat(digits, (keyBits / 4 / digits.Length) + 1))[..(keyBits / 4)];
}
