using System.Globalization;

namespace PhoneSim.Benchmarks;

/// <summary>
/// CPU time of this process, user and kernel, per operation: rounds of all operations by turns, so that what else the machine does falls on all of them alike. The median round counts.
/// </summary>
internal static class CpuShare
{
    private const int Rounds = 41;
    private const int Repetitions = 20;

    public static async Task PrintAsync()
    {
        BootBenchmarks boots = new();
        FileBenchmarks files = new();
        boots.Start();
        (string Name, Func<Task> Run)[] operations =
        [
            ("bare RSA and AES of a file", () => Done(files.Bare())), ("parse, verify, decrypt, read the XML", () => Done(files.Read())),
            ("bare RSA and AES of a boot", () => Done(boots.Bare())), ("boot, files from memory", boots.BootFromMemory), ("boot over loopback, server included", boots.BootOverLoopback), ("16 KB over loopback, server included", boots.Transfer),
        ];
        double[][] spent = await MeasureAsync([.. operations.Select(o => o.Run)]);
        await boots.StopAsync();
        Console.WriteLine($"{"CPU time, µs",-38}{"lower quartile",16}{"median",10}{"upper quartile",16}{"ratio",8}");
        for (int i = 0; i < operations.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operations[i].Name,-38}{At(spent[i], 0.25),16:F0}{At(spent[i], 0.5),10:F0}{At(spent[i], 0.75),16:F0}{At(spent[i], 0.5) / At(spent[i < 2 ? 0 : 2], 0.5),8:F2}"));
    }

    private static Task<object> Done(object result) => Task.FromResult(result);

    private static async Task<double[][]> MeasureAsync(Func<Task>[] operations)
    {
        double[][] spent = [.. operations.Select(_ => new double[Rounds])];
        for (int round = -10; round < Rounds; round++)
            for (int i = 0; i < operations.Length; i++)
            {
                double used = await SpendAsync(operations[i]);
                if (round >= 0)
                    spent[i][round] = used;
            }

        return spent;
    }

    /// <summary>Microseconds an operation.</summary>
    private static async Task<double> SpendAsync(Func<Task> operation)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < Repetitions; i++)
            await operation();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Repetitions;
    }

    private static double At(double[] spent, double part) => spent.Order().ElementAt((int)(part * (Rounds - 1)));
}
