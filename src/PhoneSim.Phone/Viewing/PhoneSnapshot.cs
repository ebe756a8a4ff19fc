using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Stepping;

namespace PhoneSim.Phone.Viewing;

/// <summary>Everything a view of a running phone draws. Immutable; no secrets but what is being typed.</summary>
public sealed record PhoneSnapshot
{
    public required DeviceName Device { get; init; }

    public required FirmwareProfile Profile { get; init; }

    public required ScreenSnapshot Screen { get; init; }

    public required BootState State { get; init; }

    public required FlashSummary Flash { get; init; }

    /// <summary>The server in words: address, who runs it; empty: none.</summary>
    public required string Server { get; init; }

    /// <summary>States entered since the last power-on, oldest first; the last is <see cref="State"/>.</summary>
    public IReadOnlyList<BootState> States { get; init; } = [];

    /// <summary>Files asked since the last power-on, oldest first; the answer of the last may be missing yet.</summary>
    public IReadOnlyList<FileExchange> Files { get; init; } = [];

    /// <summary>Oldest first; the last some hundred.</summary>
    public IReadOnlyList<LogLine> Log { get; init; } = [];

    public StepView Steps { get; init; } = StepView.None;

    /// <summary>Null: no lesson is being given.</summary>
    public LessonView? Lesson { get; init; }

    /// <summary>Resets since the program started.</summary>
    public int Resets { get; init; }

    /// <summary>The same with dots in a field that holds a secret: for outputs that outlive the moment.</summary>
    public PhoneSnapshot WithoutSecrets() => this with { Screen = Screen.WithoutSecrets() };
}
