namespace PhoneSim.Evidence.Explain;

/// <summary>A question of a phone, the answer, and what it made of it.</summary>
public sealed record ExplainedStep
{
    /// <summary>Since the first step of the phone.</summary>
    public TimeSpan At { get; init; }

    public TimeSpan Took { get; init; }

    /// <summary>A file's name, or the service of a connection: <c>CAPF</c>.</summary>
    public required string What { get; init; }

    /// <summary>False: a connection.</summary>
    public bool IsFile { get; init; } = true;

    /// <summary>Transport and server: <c>tftp 192.0.2.10:69</c>.</summary>
    public required string Server { get; init; }

    /// <summary>A word of <c>answer</c> in shared/spec/cli.md; of a connection <c>open</c> or <c>refused</c>.</summary>
    public string Answer { get; init; } = "";

    public int Bytes { get; init; }

    /// <summary>What is in the file, a fact each.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Whether a phone of that profile takes what came; null: not to be told, or nothing to take.</summary>
    public bool? IsAccepted { get; init; }

    /// <summary>The rule, with its clause; empty: none applies.</summary>
    public string Why { get; init; } = "";

    /// <summary>What the phone did after it.</summary>
    public string Next { get; init; } = "";

    /// <summary>What was not as it should be on the wire.</summary>
    public IReadOnlyList<string> Anomalies { get; init; } = [];
}
