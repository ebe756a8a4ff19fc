using PhoneSim.Phone.Registration;

namespace PhoneSim.TestSupport;

/// <summary>Remembers what a registration told.</summary>
public sealed class RegistrationLog : IRegistrationObserver
{
    private readonly TaskCompletionSource<RegistrationCommand> command = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<RegistrationStep> steps = [];

    public IReadOnlyList<RegistrationStep> Steps => steps;

    public IEnumerable<RegistrationPhase> Phases => steps.Select(step => step.Phase);

    /// <summary>The first command.</summary>
    public Task<RegistrationCommand> Command => command.Task;

    public void Progressed(RegistrationStep step) => steps.Add(step);

    void IRegistrationObserver.Commanded(RegistrationCommand command) => this.command.TrySetResult(command);
}
