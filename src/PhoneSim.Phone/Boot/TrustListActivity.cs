using PhoneSim.Formats;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>Fetching CTL and ITL: request, verdict, flash, status message (shared/spec/boot.md, "Trust list acceptance").</summary>
public sealed class TrustListActivity(BootContext phone, ServerFetcher fetcher, SignerInquiry signers)
{
    public async Task<BootTrigger> FetchCtlAsync(CancellationToken cancellation)
    {
        if (!phone.Profile.Trust.AsksCtl)
            return BootTrigger.Skipped;
        FileRequest answer = await FetchAsync(FileNames.Ctl(phone.Device), cancellation);
        for (int attempt = 1; IsMissing(answer) && attempt < CtlAttempts(); attempt++)
            answer = await FetchAsync(FileNames.Ctl(phone.Device), cancellation);
        if (answer.Result.Answer == FetchAnswer.NotFound)
            phone.Status(Texts.CtlNotFound, "CTLFile.tlv");
        return await TakeAsync(answer, FlashItem.Ctl, cancellation);
    }

    public async Task<BootTrigger> FetchItlAsync(CancellationToken cancellation)
    {
        BootTrigger trigger = BootTrigger.Skipped;
        if (phone.Profile.Trust.AsksItl)
        {
            FileRequest answer = await FetchAsync(FileNames.Itl(phone.Device), cancellation);
            if (IsMissing(answer))
                answer = await FetchAsync(FileNames.SharedItl, cancellation);
            trigger = await TakeAsync(answer, FlashItem.Itl, cancellation);
        }

        ShowWhatIsInstalled();
        return trigger;
    }

    private static bool IsMissing(FileRequest answer) => answer.Result.Answer is FetchAnswer.NotFound or FetchAnswer.HttpStatus;

    private int CtlAttempts() =>
        phone.Contents.Configuration?.Configuration.DeviceSecurityMode > 1 && phone.Contents.Ctl is null ? phone.Profile.Trust.CtlAttemptsWhenSecure : 1;

    private Task<FileRequest> FetchAsync(string file, CancellationToken cancellation) => fetcher.FetchAsync(file, phone.Profile.Trust.SizeLimit, cancellation);

    private async Task<BootTrigger> TakeAsync(FileRequest answer, FlashItem item, CancellationToken cancellation) => answer.Result.Answer switch
    {
        FetchAnswer.Ok => await JudgeAsync(answer, item, cancellation),
        FetchAnswer.TooBig => await TakeAsync(new(answer.File, item, TrustListVerdict.TooBig, null, null), cancellation),
        FetchAnswer.NotFound => BootTrigger.NotFound,
        _ => Unreachable(answer),
    };

    private BootTrigger Unreachable(FileRequest answer)
    {
        phone.Status(FetchFailures.TextFor(answer.Result), answer.File, answer.Result.AnswerText);
        return BootTrigger.Unreachable;
    }

    private async Task<BootTrigger> JudgeAsync(FileRequest answer, FlashItem item, CancellationToken cancellation)
    {
        Judged judged;
        try
        {
            TrustList list = phone.Options.ReadTrustList(answer.Result.Content);
            TrustListVerdict verdict = TrustListJudge.Judge(list, item == FlashItem.Ctl ? phone.Contents.Ctl : phone.Contents.Itl, phone.Contents, phone.Profile);
            if (verdict == TrustListVerdict.SignerUnknown)
                verdict = await signers.AskAboutAsync(list, answer.File, cancellation);
            phone.Findings.RefusedList = verdict.IsAccepted ? null : list;
            judged = new(answer.File, item, verdict, list, null);
        }
        catch (MalformedDataException malformed)
        {
            judged = new(answer.File, item, TrustListVerdict.Malformed, null, malformed.Message);
        }

        return await TakeAsync(judged, cancellation);
    }

    private async Task<BootTrigger> TakeAsync(Judged judged, CancellationToken cancellation)
    {
        if (judged.Item == FlashItem.Ctl)
            phone.Findings.Ctl = judged.Verdict;
        else
            phone.Findings.Itl = judged.Verdict;
        string serial = Convert.ToHexStringLower(judged.List is null ? default : judged.List.File.Header.SignerSerial.Span);
        await phone.JudgeAsync(new TrustListJudged(phone.Now, phone.Device, judged.File, judged.Verdict, judged.List?.File.Header.SignerName, serial, judged.Detail), cancellation);
        return judged.Verdict.IsAccepted ? Accept(judged, judged.List!) : Refuse(judged);
    }

    private BootTrigger Accept(Judged judged, TrustList list)
    {
        if (judged.Verdict == TrustListVerdict.Unchanged)
            return BootTrigger.Delivered;
        if (judged.Item == FlashItem.Ctl)
            phone.Flash.SetCtl(list);
        else
            phone.Flash.SetItl(list);
        phone.Changed(judged.Item, $"{judged.File} stored, {list.Records.Count} records");
        if (judged.Verdict != TrustListVerdict.Initial)
            phone.Status(Texts.TrustListUpdated);
        return BootTrigger.Delivered;
    }

    private BootTrigger Refuse(Judged judged)
    {
        phone.Status(judged.Item == FlashItem.Ctl ? Texts.CtlUpdateFailed : Texts.TrustListUpdateFailed, judged.File);
        return BootTrigger.Refused;
    }

    private void ShowWhatIsInstalled() => phone.Status((phone.Contents.Ctl, phone.Contents.Itl) switch
    {
        (not null, not null) => Texts.CtlAndItlInstalled,
        (not null, null) => Texts.CtlInstalled,
        (null, not null) => Texts.ItlInstalled,
        _ => Texts.NoTrustList,
    });

    /// <param name="List">Null: what came is none, or too big.</param>
    private sealed record Judged(string File, FlashItem Item, TrustListVerdict Verdict, TrustList? List, string? Detail);
}
