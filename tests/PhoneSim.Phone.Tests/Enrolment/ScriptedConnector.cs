using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Tests.Enrolment;

/// <summary>Answers each connection with the next of its answers; the last one again and again.</summary>
internal sealed class ScriptedConnector(params Func<CapfConnection>[] answers) : ICapfConnector
{
    public List<ServerEndPoint> Asked { get; } = [];

    public static CapfConnection Refused => new(null, CapfOutcome.Unreachable, "connection refused");

    public static CapfConnection Untrusted => new(null, CapfOutcome.UntrustedServer, "unknown certificate");

    public static CapfConnection To(params Func<Formats.Capf.CapfMessage>[] script) => new(new ScriptedChannel(script), null, "");

    public Task<CapfConnection> ConnectAsync(ServerEndPoint server, ServerCertificateJudge judge, TimeSpan deadline, CancellationToken cancellation)
    {
        Asked.Add(server);
        return Task.FromResult(answers[Math.Min(Asked.Count, answers.Length) - 1]());
    }
}
