using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>The answers of a scenario that are a matter of the server's files.</summary>
internal static class OfferedAnswers
{
    /// <param name="signer">Signs a text of that file name; null: the server has no keys, and texts go unsigned.</param>
    public static void Write(string folder, IReadOnlyDictionary<string, ScenarioAnswer> answers, Func<string, ReadOnlyMemory<byte>, byte[]>? signer)
    {
        foreach ((string name, ScenarioAnswer answer) in answers)
            if (BytesOf(name, answer, signer) is { } content)
                File.WriteAllBytes(Path.Combine(folder, name), content);
            else
                File.Delete(Path.Combine(folder, name));
    }

    /// <summary>Null: the server does not have it.</summary>
    private static byte[]? BytesOf(string name, ScenarioAnswer answer, Func<string, ReadOnlyMemory<byte>, byte[]>? signer) => answer switch
    {
        ScenarioAnswer.Content content => content.Bytes.ToArray(),
        ScenarioAnswer.Signed text => signer?.Invoke(name, text.Bytes) ?? text.Bytes.ToArray(),
        _ => null,
    };
}
