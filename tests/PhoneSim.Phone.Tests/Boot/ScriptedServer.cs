using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Tests.Boot;

/// <summary>A file server in memory: what it does not hold is not found; it can fall silent.</summary>
internal sealed class ScriptedServer : IFileTransport
{
    private readonly Dictionary<string, byte[]> files = [];
    private readonly Dictionary<string, byte[]> once = [];

    public TransportKind Kind { get; init; } = TransportKind.Tftp;

    public List<string> Asked { get; } = [];

    /// <summary>The answer to everything, in place of the files.</summary>
    public FetchAnswer? Always { get; set; }

    public byte[] this[string name]
    {
        set => files[name] = value;
    }

    /// <summary>The next answer only; then the file is what it is.</summary>
    public void Once(string name, byte[] content) => once[name] = content;

    public void Remove(string name) => files.Remove(name);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        Asked.Add(request.FileName);
        return Task.FromResult(Answer(request));
    }

    private FetchResult Answer(FetchRequest request) => (Always, once.Remove(request.FileName, out byte[]? next) ? next : files.GetValueOrDefault(request.FileName)) switch
    {
        ({ } always, _) => new(always, default, TimeSpan.Zero),
        (_, null) => new(FetchAnswer.NotFound, default, TimeSpan.Zero, 1),
        (_, { } content) when content.Length > request.SizeLimit => new(FetchAnswer.TooBig, default, TimeSpan.Zero),
        (_, { } content) => new(FetchAnswer.Ok, content, TimeSpan.Zero),
    };
}
