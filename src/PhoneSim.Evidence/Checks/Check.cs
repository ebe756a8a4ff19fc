namespace PhoneSim.Evidence.Checks;

/// <summary>One thing that is right or wrong about a server.</summary>
/// <param name="Id"><c>group.name</c>; stable, for scripts.</param>
/// <param name="Clause">What it stands on: the seed's section, an RFC, a section of shared/spec.</param>
/// <param name="Expects">What a phone needs, as a sentence.</param>
/// <param name="Phone">What a phone does when it is not so.</param>
public sealed record Check(string Id, string Clause, string Expects, string Phone, Func<CheckContext, CancellationToken, Task<CheckOutcome>> RunAsync)
{
    public Check(string id, string clause, string expects, string phone, Func<CheckContext, CheckOutcome> run)
        : this(id, clause, expects, phone, (context, _) => Task.FromResult(run(context)))
    {
    }

    public string Group => Id[..Id.IndexOf('.', StringComparison.Ordinal)];
}
