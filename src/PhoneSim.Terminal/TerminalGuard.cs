using System.Runtime.InteropServices;
using Terminal.Gui.App;

namespace PhoneSim.Terminal;

/// <summary>Gives the terminal back as it was, however the program ends: at the user's wish, by a signal, by a defect on any thread. Owns the application.</summary>
internal sealed class TerminalGuard : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IApplication app;
    private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> signals;
    private int isGivenBack;

    public TerminalGuard(IApplication app)
    {
        this.app = app;
        signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
        AppDomain.CurrentDomain.UnhandledException += OnDefect;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnDefect;
        GiveBack();
        signals.ForEach(signal => signal.Dispose());
    }

    /// <summary>After a hang-up the program still ends as by default: without its terminal the application's loop would spin for ever.</summary>
    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = context.Signal != PosixSignal.SIGHUP;
        app.Invoke(() => app.RequestStop());
        if (!context.Cancel)
            left.Task.Wait(Patience);
    }

    private void OnDefect(object sender, UnhandledExceptionEventArgs defect) => GiveBack();

    private void GiveBack()
    {
        if (Interlocked.Exchange(ref isGivenBack, 1) != 0)
            return;
        // tmux hands lines of a screen that grew meanwhile to the shell's screen: an empty one has none.
        app.Driver?.WriteRaw("\e[0m\e[2J");
        app.Dispose();
        left.TrySetResult();
    }
}
