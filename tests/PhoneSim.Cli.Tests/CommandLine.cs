using System.Text.Json;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>The program in this process, with a folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The program as it is built, for tests that need a process of its own. The one beside the tests lacks what the tests' framework brings.</summary>
    public static string Program { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "PhoneSim.Cli", "release", "phonesim.dll"));

    public string Folder => folder.Path;

    public string PathOf(string name) => folder.PathOf(name);

    /// <summary>Arguments as one line; words with blanks stand in single quotes.</summary>
    /// <param name="input">Standard input; null: nothing.</param>
    public async Task<Run> RunAsync(string line, string? input = null)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLineApp.RunAsync(Words(line), output, error, TestContext.Current.CancellationToken, new StringReader(input ?? ""));
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose() => folder.Dispose();

    public static IReadOnlyList<string> Words(string line) =>
        [.. line.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    internal sealed record Run(int Code, string Output, string Error)
    {
        public IReadOnlyList<string> Lines => Output.TrimEnd().Split('\n');

        /// <summary>Of the last line.</summary>
        public JsonElement Json => JsonDocument.Parse(Lines[^1]).RootElement;

        public string All => Output + Error;
    }
}
