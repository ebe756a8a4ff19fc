using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;

namespace PhoneSim.Terminal.Stepping;

/// <summary>Commands to the controls of stepping.</summary>
internal static class StepActions
{
    /// <returns>What the screen says to it; null: nothing.</returns>
    public static string? Perform(ScreenCommand command, IPhoneConsole console)
    {
        StepDesk desk = console.Steps;
        switch (command)
        {
            case ScreenCommand.Step:
                bool wasHeld = desk.View.Pause is not null;
                desk.Step();
                return wasHeld ? null : "The boot will be held at its next step; ^R resets the phone";
            case ScreenCommand.Run:
                desk.Run();
                return desk.Plan.Breakpoints.Count == 0 ? "Runs; no breakpoints" : $"Runs to {string.Join(", ", desk.Plan.Breakpoints)}";
            case ScreenCommand.ToggleBreakpoint(var breakpoint):
                return desk.Plan.Toggle(breakpoint) ? $"Stops at {breakpoint}" : $"Stops no more at {breakpoint}";
            case ScreenCommand.Answer(var answer):
                desk.Answer(answer);
                return $"The phone takes {answer.Words} for the answer";
            case ScreenCommand.AnswerWithFile(var path):
                return AnswerWithFile(path, desk);
            default:
                return null;
        }
    }

    private static string AnswerWithFile(string path, StepDesk desk)
    {
        try
        {
            StepAnswer.OtherFile answer = new(Path.GetFileName(path), File.ReadAllBytes(path));
            desk.Answer(answer);
            return $"The phone takes {answer.Words} for the answer";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
