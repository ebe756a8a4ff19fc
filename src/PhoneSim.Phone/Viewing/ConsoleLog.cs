using PhoneSim.Formats;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Viewing;

/// <summary>The stream of events as a screen shows it: written by the phone's loop, read by the drawing thread.</summary>
public sealed class ConsoleLog(IPhoneObserver? next = null) : IPhoneObserver
{
    /// <summary>Lines, states and files kept; our choice.</summary>
    public const int Capacity = 400;

    private const int LineLimit = 400;

    private readonly Lock gate = new();
    private readonly Queue<LogLine> lines = new();
    private readonly Queue<BootState> states = new();
    private readonly List<FileExchange> files = [];
    private int resets;

    public void OnEvent(PhoneEvent phoneEvent)
    {
        lock (gate)
        {
            Add(lines, new(phoneEvent.Time, Printable.Text(EventText.Describe(phoneEvent), LineLimit), LogSeverities.Of(phoneEvent)));
            Note(phoneEvent);
        }

        next?.OnEvent(phoneEvent);
    }

    /// <summary>Fills in what the log knows.</summary>
    public PhoneSnapshot AddTo(PhoneSnapshot snapshot)
    {
        lock (gate)
            return snapshot with { States = [.. states], Files = [.. files], Log = [.. lines], Resets = resets };
    }

    private void Note(PhoneEvent phoneEvent)
    {
        switch (phoneEvent)
        {
            case StateEntered { Trigger: BootTrigger.PowerOn } powered:
                states.Clear();
                files.Clear();
                Add(states, powered.State);
                break;
            case StateEntered entered:
                Add(states, entered.State);
                break;
            case ResetStarted:
                resets++;
                break;
            case FileRequested asked:
                Ask(asked);
                break;
            case FileAnswered answered:
                Answer(answered);
                break;
        }
    }

    private void Ask(FileRequested asked)
    {
        if (files.Count == Capacity)
            files.RemoveAt(0);
        files.Add(new(asked.File, EventText.Name(asked.Transport), null, 0));
    }

    private void Answer(FileAnswered answered)
    {
        int index = files.FindLastIndex(f => f.Answer is null && f.File == answered.File);
        if (index >= 0)
            files[index] = files[index] with { Answer = answered.Result.AnswerText, Bytes = answered.Result.Content.Length };
    }

    private static void Add<T>(Queue<T> queue, T item)
    {
        if (queue.Count == Capacity)
            queue.Dequeue();
        queue.Enqueue(item);
    }
}
