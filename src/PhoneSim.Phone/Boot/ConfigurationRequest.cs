using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Boot;

/// <summary>Asking for one configuration name.</summary>
public sealed class ConfigurationRequest(BootContext phone, ServerFetcher fetcher)
{
    public BootTrigger ChooseName()
    {
        NameOrder order = NameOrder.For(phone.Profile, phone.Contents);
        phone.Decide($"asks {NameFor(order.First)} first", order.Rule);
        return order.First;
    }

    public async Task<BootTrigger> FetchAsync(string file, CancellationToken cancellation)
    {
        FileRequest answer = await fetcher.FetchAsync(file, phone.Profile.Fetch.SizeLimit, cancellation);
        return answer.Result.Answer switch
        {
            FetchAnswer.Ok => Deliver(answer),
            FetchAnswer.NotFound => Missing(file),
            FetchAnswer.TooBig => Fail(answer, BootOutcome.Rejected, BootTrigger.Refused),
            FetchAnswer.Timeout or FetchAnswer.Refused or FetchAnswer.UnknownHost => Fail(answer, BootOutcome.Unreachable, BootTrigger.Unreachable),
            _ => Fail(answer, BootOutcome.NoConfig, BootTrigger.Unreachable),
        };
    }

    private string NameFor(BootTrigger first) => first switch
    {
        BootTrigger.AskEncrypted => FileNames.Encrypted(phone.Device),
        BootTrigger.AskSigned => FileNames.Signed(phone.Device),
        _ => FileNames.Plain(phone.Device),
    };

    private BootTrigger Deliver(FileRequest answer)
    {
        phone.Candidate = new(answer.File, answer.Transport, answer.Result.Content);
        return BootTrigger.Delivered;
    }

    private BootTrigger Missing(string file)
    {
        if (file == FileNames.DefaultConfiguration)
        {
            phone.Findings.Failure = BootOutcome.NoConfig;
            phone.Status(Texts.ConfigNotFound, FileNames.Plain(phone.Device));
        }

        return BootTrigger.NotFound;
    }

    private BootTrigger Fail(FileRequest answer, BootOutcome outcome, BootTrigger trigger)
    {
        phone.Findings.Failure = outcome;
        phone.Status(FetchFailures.TextFor(answer.Result), answer.File, answer.Result.AnswerText);
        return trigger;
    }
}
