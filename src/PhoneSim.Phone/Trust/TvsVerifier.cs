using System.Security.Cryptography;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Formats.Tvs;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Trust;

/// <summary>Asks TVS about certificates that neither CTL nor ITL knows (shared/spec/tvs.md). One a phone, used from its loop.</summary>
public sealed class TvsVerifier(ITvsTransport transport, TvsOptions options, TimeProvider time)
{
    private readonly TvsCache cache = new(time);
    private uint lastSession;

    /// <summary>Whether a certificate is to be trusted, and as what.</summary>
    /// <param name="certificate">X.509 DER.</param>
    public Task<TvsVerdict> VerifyAsync(ReadOnlyMemory<byte> certificate, TvsMembers members, CancellationToken cancellation) =>
        AskAsync(() => TvsInquiry.About(certificate), members, cancellation);

    /// <summary>The same of a signer whose names alone are known, together with its certificate. Only a load that uses QUERY can ask that.</summary>
    public Task<TvsVerdict> FindSignerAsync(FileHeader signer, TvsMembers members, CancellationToken cancellation) => options.UsesQuery
        ? AskAsync(() => TvsInquiry.AboutSigner(signer), members, cancellation)
        : Task.FromResult(NoAnswer("VERIFY asks about a certificate, and the phone does not have the signer's"));

    private async Task<TvsVerdict> AskAsync(Func<TvsInquiry> inquire, TvsMembers members, CancellationToken cancellation)
    {
        try
        {
            TvsInquiry inquiry = inquire();
            return cache.Find(inquiry.Key) is { } kept
                ? Valid(kept, inquiry, "TVS vouched for it before, and its answer may still be kept") with { FromCache = true }
                : await AskMembersAsync(inquiry, members, cancellation);
        }
        catch (CryptographicException e)
        {
            return NoAnswer($"no usable certificate: {Printable.Text(e.Message, 200)}");
        }
    }

    private async Task<TvsVerdict> AskMembersAsync(TvsInquiry inquiry, TvsMembers members, CancellationToken cancellation)
    {
        List<string> failures = [];
        foreach (ServerEndPoint member in members.Servers)
        {
            TvsMessage question = inquiry.ToMessage(options, ++lastSession);
            TvsExchange exchange = await transport.AskAsync(new(member, question, options.Deadline), members.Judge, cancellation);
            if (exchange.Outcome == TvsExchangeOutcome.Answered)
                return Judge(inquiry, question, exchange.Answer!, member);
            if (exchange.Outcome == TvsExchangeOutcome.NoAnswer)
                return NoAnswer($"TVS {member} did not answer: {exchange.Why}");
            failures.Add($"TVS {member}: {exchange.Why}");
        }
        return NoAnswer(failures.Count == 0 ? "the configuration in flash names no TVS" : string.Join("; ", failures));
    }

    private TvsVerdict Judge(TvsInquiry inquiry, TvsMessage question, TvsMessage reply, ServerEndPoint member)
    {
        try
        {
            return Judge(inquiry, Read(question, reply), member);
        }
        catch (MalformedDataException e)
        {
            return NoAnswer($"TVS {member} answered nonsense: {e.Message}");
        }
    }

    private TvsVerdict Judge(TvsInquiry inquiry, TvsAnswer answer, ServerEndPoint member)
    {
        if (!answer.IsValid)
            return new(TvsStatus.Invalid, [], $"TVS {member} says that the certificate is not valid");
        if (inquiry.Certificate.IsEmpty && answer.Certificate.IsEmpty)
            return NoAnswer($"TVS {member} did not send the signer's certificate");
        if (!answer.Certificate.IsEmpty && !inquiry.Fits(answer.Certificate))
            return new(TvsStatus.Invalid, [], $"TVS {member} knows another certificate by that name");
        cache.Add(inquiry.Key, answer);
        return Valid(answer, inquiry, $"TVS {member} vouches for it as {string.Join(", ", answer.Roles.Select(role => role.Word))}");
    }

    private static TvsVerdict Valid(TvsAnswer answer, TvsInquiry inquiry, string why) =>
        new(TvsStatus.Valid, answer.Roles, why) { Certificate = inquiry.Certificate.IsEmpty ? answer.Certificate : inquiry.Certificate };

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
