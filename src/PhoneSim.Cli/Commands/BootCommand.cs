using System.CommandLine;
using System.Drawing;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Cli.Phones;
using PhoneSim.Cli.Screens;
using PhoneSim.Cli.Stepping;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Stepping;
using PhoneSim.Terminal.Recording;

namespace PhoneSim.Cli.Commands;

internal sealed class BootCommand : ExampleCommand
{
    private const int LongestTimeout = 86_400;

    private static readonly Size RecordedSize = new(120, 40);

    private readonly PhoneOptionSet phone = new();
    private readonly IntegerOption resets = new("--resets", "Resets the phone decides on that are followed", 5, 0, 1000);
    private readonly Option<bool> explain = new("--explain") { Description = "Say for each step what was asked, what came, what was decided and why, and what the phone shows" };
    private readonly StateOption until = new("--until", "Stop when this state is entered, and exit with 0 when it was; 'phonesim diagram' shows them");
    private readonly Option<bool> noRegister = new("--no-register") { Description = "Stop before registration" };
    private readonly NumberOption timeout = new("--timeout", "S", "Give up after S seconds", LongestTimeout);
    private readonly Option<string?> record = PictureOptionSet.CreateRecord("Record what is printed to F as asciicast v2 (asciinema play F)");
    private readonly OtlpOption otlp = new();
    private readonly ReportFiles files = new();
    private readonly GlobalOptions global;
    private readonly StepOptionSet stepping;

    public BootCommand(GlobalOptions global) : base("boot", "Power a phone on and follow it until it is stable.", "phonesim boot --server 192.0.2.10 --profile 7962 --mac 00:11:22:33:44:55 --explain")
    {
        (this.global, stepping) = (global, new(global));
        phone.AddTo(this);
        foreach (Option option in new Option[] { resets, explain, until, noRegister, timeout, record, otlp })
            Options.Add(option);
        files.AddTo(this);
        stepping.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        PhoneSetup setup = phone.Bind(parsed);
        using CastWriter? cast = Record(parsed, setup);
        using PhoneRig rig = new(setup);
        using MetricsExport? export = otlp.Begin(parsed, $"{setup.Device}");
        foreach (string item in rig.Damaged)
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"phonesim: damaged in flash, counts as absent: {item}");
        BootPrinter printer = new(parsed.InvocationConfiguration.Output, setup.Profile, new(parsed.GetValue(global.Json), parsed.GetValue(explain), parsed.GetValue(global.ShowSecrets)));
        using StepConsole? developer = stepping.Bind(parsed);
        BootRecording? recording = files.AreWanted(parsed) ? new(printer) : null;
        BootReport report = await BootAsync(parsed, Phone(parsed, rig, (IPhoneObserver?)recording ?? printer), developer, cancellation);
        printer.Print(report);
        if (recording is not null)
            files.Write(parsed, recording.ToReport(report));
        return report.Succeeded || report.State == parsed.GetValue(until) ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>From now on what is printed is recorded too.</summary>
    private CastWriter? Record(ParseResult parsed, PhoneSetup setup)
    {
        if (parsed.GetValue(record) is not { } file)
            return null;
        CastWriter cast = new(OutputFiles.Create(file), RecordedSize, TimeProvider.System, $"phonesim boot, {setup.Device}, {setup.Profile.Name}");
        parsed.InvocationConfiguration.Output = new CastText(parsed.InvocationConfiguration.Output, cast);
        return cast;
    }

    private PhoneOptions Phone(ParseResult parsed, PhoneRig rig, IPhoneObserver observer)
    {
        PhoneOptions options = rig.Options(observer) with { MaxResets = parsed.GetValue(resets), Until = parsed.GetValue(until) };
        if (parsed.GetValue(noRegister))
            options = options with { Registration = null };
        return options.Servers.Count > 0 || options.Flash.Contents.Settings.AlternateTftp1 is not null
            ? options
            : throw CommandException.Usage("boot needs a server; for example --server 192.0.2.10");
    }

    private async Task<BootReport> BootAsync(ParseResult parsed, PhoneOptions options, StepConsole? developer, CancellationToken cancellation)
    {
        long started = options.Time.GetTimestamp();
        PhoneDevice device = new(developer is null ? options : Stepper.Attach(options, developer));
        using CancellationTokenSource deadline = new(parsed.GetValue(timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan, TimeProvider.System);
        using CancellationTokenSource any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token, developer?.Quit ?? default);
        try
        {
            return await device.BootAsync(any.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested || developer?.Quit.IsCancellationRequested == true)
        {
            string why = deadline.IsCancellationRequested ? $"gave up after {parsed.GetValue(timeout)} s" : "left";
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"phonesim: {why} in state {device.State}");
            return device.Report(started);
        }
    }
}
