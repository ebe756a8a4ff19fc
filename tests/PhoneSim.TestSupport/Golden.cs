using System.Runtime.CompilerServices;

namespace PhoneSim.TestSupport;

/// <summary>Text compared with a file beside the test, <c>Screens/NAME.txt</c>. With <c>PHONESIM_ACCEPT=1</c> in the environment the file is written instead.</summary>
public static class Golden
{
    /// <returns>Null: equal. Else both texts, for the test's failure.</returns>
    public static string? Difference(string name, string actual, [CallerFilePath] string test = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(test)!, "Screens", name + ".txt");
        if (Environment.GetEnvironmentVariable("PHONESIM_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return null;
        }

        string expected = File.Exists(path) ? File.ReadAllText(path) : "(no such file)";
        return expected == actual ? null : $"{path}\nexpected:\n{expected}\nactual:\n{actual}";
    }
}
