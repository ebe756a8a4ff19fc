using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Lab.Tvs;

public sealed record TvsServerOptions
{
    /// <summary>With its private key, RSA.</summary>
    public required X509Certificate2 Certificate { get; init; }

    public required ITvsDirectory Directory { get; init; }

    /// <summary>For a question; the connection ends after it.</summary>
    public TimeSpan MessageDeadline { get; init; } = TimeSpan.FromSeconds(30);

    public TvsMisbehaviour Misbehaviour { get; init; } = TvsMisbehaviour.None;

    /// <summary>Told of every question; called on any thread, from several at once.</summary>
    public Action<TvsQuestionSeen>? Seen { get; init; }

    /// <summary>Told of a connection that ended in a failure; called on any thread.</summary>
    public Action<Exception>? Ended { get; init; }
}
