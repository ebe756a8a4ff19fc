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
    private readonly int drawer = Environment.CurrentManagedThreadId;
    private int isGivenBack;
    private volatile bool isDying;

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
        // The runtime is about to end the program with the defect's message: the rest of it must not end it first.
        if (isDying)
            Thread.Sleep(System.Threading.Timeout.Infinite);
    }

    /// <summary>After a hang-up, or QUIT, the program still ends as by default: without its terminal the application's loop would spin for ever.</summary>
    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = context.Signal is not (PosixSignal.SIGHUP or PosixSignal.SIGQUIT);
        app.Invoke(() => app.RequestStop());
        if (!context.Cancel)
            left.Task.Wait(Patience);
    }

    /// <summary>On another thread than the one that draws: that one leaves first, or it would hide the cursor again. One that hangs draws nothing either.</summary>
    private void OnDefect(object sender, UnhandledExceptionEventArgs defect)
    {
        if (Environment.CurrentManagedThreadId != drawer)
        {
            isDying = true;
            app.Invoke(() => app.RequestStop());
            left.Task.Wait(Patience);
        }

        GiveBack();
    }

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
