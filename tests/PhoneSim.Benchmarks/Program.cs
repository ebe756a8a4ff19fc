using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PhoneSim.Benchmarks;
using PhoneSim.Benchmarks.Screens;

if (args is ["screen"])
{
    RedrawMeasurement.Run(Console.Out);
    return;
}

if (args is ["cpu"])
{
    await CpuShare.PrintAsync();
    return;
}

// In process: the projects' own build settings (lock files, warnings as errors) do not fit a generated project.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(6).WithIterationCount(12);
IConfig config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).AddColumn(StatisticColumn.Median).WithOptions(ConfigOptions.DisableLogFile);
BenchmarkSwitcher.FromTypes([typeof(FileBenchmarks), typeof(BootBenchmarks)]).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
