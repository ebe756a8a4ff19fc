using System.Diagnostics;

namespace PhoneSim.TestSupport.Servers;

/// <summary>A program that ran to its end.</summary>
public sealed record Finished(int Code, string Output, string Error)
{
    /// <exception cref="TimeoutException">It ran longer than <paramref name="limit"/>, and was killed.</exception>
    public static async Task<Finished> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await EndAsync(process, limit);
        return new(process.ExitCode, await output, await error);
    }

    private static async Task EndAsync(Process process, TimeSpan limit)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
