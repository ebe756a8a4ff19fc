using System.Security.Cryptography;
using PhoneSim.Formats;
using PhoneSim.Formats.Tvs;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Trust;

/// <summary>Asks TVS about certificates that neither CTL nor ITL knows (shared/spec/tvs.md). One a phone, used from its loop.</summary>
public sealed class TvsVerifier(ITvsTransport transport, TvsOptions options, TimeProvider time)
{
    private readonly TvsCache cache = new(time);
    private uint lastSession;

    /// <param name="certificate">X.509 DER.</param>
    /// <param name="members">Lowest priority number first; the next one only when there is no connection to the one before.</param>
    /// <param name="judge">Decides whether a member is a TVS of the ITL.</param>
    public async Task<TvsVerdict> VerifyAsync(ReadOnlyMemory<byte> certificate, IReadOnlyList<ServerEndPoint> members, ServerCertificateJudge judge, CancellationToken cancellation)
    {
        if (cache.Find(certificate) is { } kept)
            return new(TvsStatus.Valid, kept.Roles, "TVS vouched for it before, and its answer may still be kept") { FromCache = true };
        try
        {
            return await AskMembersAsync(certificate, members, judge, cancellation);
        }
        catch (CryptographicException e)
        {
            return NoAnswer($"no certificate to ask about: {Printable.Text(e.Message, 200)}");
        }
    }

    private async Task<TvsVerdict> AskMembersAsync(ReadOnlyMemory<byte> certificate, IReadOnlyList<ServerEndPoint> members, ServerCertificateJudge judge, CancellationToken cancellation)
    {
        List<string> failures = [];
        foreach (ServerEndPoint member in members)
        {
            TvsMessage question = Ask(certificate);
            TvsExchange exchange = await transport.AskAsync(new(member, question, options.Deadline), judge, cancellation);
            if (exchange.Outcome == TvsExchangeOutcome.Answered)
                return Judge(certificate, question, exchange.Answer!, member);
            if (exchange.Outcome == TvsExchangeOutcome.NoAnswer)
                return NoAnswer($"TVS {member} did not answer: {exchange.Why}");
            failures.Add($"TVS {member}: {exchange.Why}");
        }
        return NoAnswer(failures.Count == 0 ? "the configuration in flash names no TVS" : string.Join("; ", failures));
    }

    private TvsMessage Ask(ReadOnlyMemory<byte> certificate) => options.UsesQuery
        ? TvsQuestion.Query(options.DeviceName, certificate, ++lastSession)
        : TvsQuestion.Verify(options.DeviceName, certificate, ++lastSession);

    private TvsVerdict Judge(ReadOnlyMemory<byte> certificate, TvsMessage question, TvsMessage reply, ServerEndPoint member)
    {
        try
        {
            return Judge(certificate, Read(question, reply), member);
        }
        catch (MalformedDataException e)
        {
            return NoAnswer($"TVS {member} answered nonsense: {e.Message}");
        }
    }

    private TvsVerdict Judge(ReadOnlyMemory<byte> certificate, TvsAnswer answer, ServerEndPoint member)
    {
        if (!answer.IsValid)
            return new(TvsStatus.Invalid, [], $"TVS {member} says that the certificate is not valid");
        if (!answer.Certificate.IsEmpty && !answer.Certificate.Span.SequenceEqual(certificate.Span))
            return new(TvsStatus.Invalid, [], $"TVS {member} knows another certificate by that name");
        cache.Add(certificate, answer);
        return new(TvsStatus.Valid, answer.Roles, $"TVS {member} vouches for it as {string.Join(", ", answer.Roles)}");
    }

    private static TvsAnswer Read(TvsMessage question, TvsMessage reply)
    {
        if (reply.SessionId != question.SessionId)
            throw new MalformedDataException($"session id {reply.SessionId} in session {question.SessionId}", 4);
        if (reply.Command != question.Command + 1)
            throw new MalformedDataException($"{reply.Command} to a {question.Command}", 2);
        return TvsAnswer.Read(reply);
    }

    private static TvsVerdict NoAnswer(string why) => new(TvsStatus.NoAnswer, [], why);
}
