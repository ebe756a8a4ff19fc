using System.Diagnostics;
using System.Drawing;
using System.Globalization;
using System.Net;
using PhoneSim.Lab.Tftp;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal;
using PhoneSim.Terminal.Drawing;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Time;

namespace PhoneSim.Benchmarks.Screens;

/// <summary>How long a redraw takes at 120x40 while a phone boots over loopback again and again with its event log on the screen. A driver without a terminal: what the terminal itself needs is not in it.</summary>
internal sealed class RedrawMeasurement : IDisposable
{
    private const int Redraws = 3000;
    private const int WarmUp = 300;

    private static readonly Size Size = new(120, 40);

    private readonly VectorFiles files = new();
    private readonly TftpServer server;
    private readonly LivePhone phone;
    private readonly CancellationTokenSource power = new();
    private readonly IApplication app;
    private readonly PhoneWindow window;

    public RedrawMeasurement()
    {
        Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
        server = new(new(IPAddress.Loopback, 0), new ServedFiles(files.Served.ToDictionary(f => f.Key, f => f.Value.ToArray())), TimeProvider.System);
        phone = new(
            new()
            {
                Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException(), Profile = files.Profile, Flash = new MemoryFlash(files.Enrolled),
                Transports = [new TftpTransport(files.Profile.Fetch.Tftp, TimeProvider.System)], Servers = ["127.0.0.1"], TftpPort = server.EndPoint.Port, HttpPort = 0, HttpsPort = 0,
            },
            "the benchmark's server");
        app = global::Terminal.Gui.App.Application.Create(new VirtualTimeProvider());
        app.Init(DriverRegistry.Names.ANSI);
        app.Driver!.SetScreenSize(Size.Width, Size.Height);
        window = new(phone, new());
    }

    public static void Run(TextWriter output)
    {
        using RedrawMeasurement measurement = new();
        measurement.Measure(output);
    }

    public void Dispose()
    {
        power.Cancel();
        window.Dispose();
        app.Dispose();
        phone.Dispose();
        power.Dispose();
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Measure(TextWriter output)
    {
        SessionToken session = app.Begin(window)!;
        SynchronizationContext.SetSynchronizationContext(null);
        Task life = phone.RunAsync(power.Token);
        List<double> ours = [];
        List<double> whole = [];
        long bootsBefore = 0;
        for (int i = -WarmUp; i < Redraws; i++)
        {
            if (phone.Snapshot().State is BootState.Ready or BootState.Stopped)
                phone.Reset(ResetKind.Reset);
            if (i == 0)
                bootsBefore = phone.Snapshot().Resets;
            (double paint, double draw) = Redraw();
            if (i < 0)
                continue;
            ours.Add(paint);
            whole.Add(draw);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Redraws} redraws at {Size.Width}x{Size.Height}, {phone.Snapshot().Resets - bootsBefore} boots meanwhile"));
        Print(output, "whole redraw", whole);
        Print(output, "of it ours: snapshot and painting", ours);
        app.End(session);
        _ = life;
    }

    /// <summary>Milliseconds: for snapshot and painting alone, and for all of a redraw.</summary>
    private (double Ours, double Whole) Redraw()
    {
        long start = Stopwatch.GetTimestamp();
        _ = new ScreenView(phone.Snapshot(), new(Palette.Standard), Size).Paint();
        double ours = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        window.Pump();
        app.LayoutAndDraw();
        return (ours, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static void Print(TextWriter output, string what, List<double> times)
    {
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} mean {times.Average():0.00} ms, median {times[times.Count / 2]:0.00}, p95 {times[times.Count * 95 / 100]:0.00}, p99 {times[times.Count * 99 / 100]:0.00}, greatest {times[^1]:0.00}"));
    }
}
