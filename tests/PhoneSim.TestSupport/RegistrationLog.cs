using System.Collections.Concurrent;
using PhoneSim.Phone.Registration;

namespace PhoneSim.TestSupport;

/// <summary>Remembers what a registration told.</summary>
public sealed class RegistrationLog : IRegistrationObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource<RegistrationCommand> command = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<RegistrationPhase, TaskCompletionSource> reached = new();
    private readonly List<RegistrationStep> steps = [];

    public IReadOnlyList<RegistrationStep> Steps => steps;

    public IEnumerable<RegistrationPhase> Phases => steps.Select(step => step.Phase);

    /// <summary>The first command.</summary>
    public Task<RegistrationCommand> Command => command.Task;

    /// <exception cref="TimeoutException"/>
    public Task ReachedAsync(RegistrationPhase phase) => Of(phase).Task.WaitAsync(Patience);

    public void Progressed(RegistrationStep step)
    {
        steps.Add(step);
        Of(step.Phase).TrySetResult();
    }

    void IRegistrationObserver.Commanded(RegistrationCommand command) => this.command.TrySetResult(command);

    private TaskCompletionSource Of(RegistrationPhase phase) => reached.GetOrAdd(phase, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
