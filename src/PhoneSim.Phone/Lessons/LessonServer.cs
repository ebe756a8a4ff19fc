namespace PhoneSim.Phone.Lessons;

/// <summary>Settings of the phone in the call manager; null: stays as it is.</summary>
public sealed record LessonServer
{
    /// <summary>See <see cref="LessonKey"/>.</summary>
    public string? Key { get; init; }

    public bool? EncryptedConfig { get; init; }

    /// <summary><c>install</c>, <c>delete</c>, <c>fetch</c>, <c>none</c>.</summary>
    public string? Capf { get; init; }

    /// <summary><c>auth-string</c>, <c>null-string</c>.</summary>
    public string? CapfMode { get; init; }

    public string? AuthString { get; init; }
}
