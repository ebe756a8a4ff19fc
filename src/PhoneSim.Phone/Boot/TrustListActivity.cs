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
        FetchAnswer.TooBig => Refuse(answer.File, item, TrustListVerdict.TooBig, null, null),
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
        try
        {
            TrustList list = TrustList.Parse(answer.Result.Content);
            TrustListVerdict verdict = TrustListJudge.Judge(list, item == FlashItem.Ctl ? phone.Contents.Ctl : phone.Contents.Itl, phone.Contents, phone.Profile);
            if (verdict == TrustListVerdict.SignerUnknown)
                verdict = await signers.AskAboutAsync(list, answer.File, cancellation);
            phone.Findings.RefusedList = verdict.IsAccepted ? null : list;
            return verdict.IsAccepted ? Accept(answer.File, item, verdict, list) : Refuse(answer.File, item, verdict, list, null);
        }
        catch (MalformedDataException malformed)
        {
            return Refuse(answer.File, item, TrustListVerdict.Malformed, null, malformed.Message);
        }
    }

    private BootTrigger Accept(string file, FlashItem item, TrustListVerdict verdict, TrustList list)
    {
        Report(file, item, verdict, list, null);
        if (verdict == TrustListVerdict.Unchanged)
            return BootTrigger.Delivered;
        if (item == FlashItem.Ctl)
            phone.Flash.SetCtl(list);
        else
            phone.Flash.SetItl(list);
        phone.Changed(item, $"{file} stored, {list.Records.Count} records");
        if (verdict != TrustListVerdict.Initial)
            phone.Status(Texts.TrustListUpdated);
        return BootTrigger.Delivered;
    }

    private BootTrigger Refuse(string file, FlashItem item, TrustListVerdict verdict, TrustList? list, string? detail)
    {
        Report(file, item, verdict, list, detail);
        phone.Status(item == FlashItem.Ctl ? Texts.CtlUpdateFailed : Texts.TrustListUpdateFailed, file);
        return BootTrigger.Refused;
    }

    private void Report(string file, FlashItem item, TrustListVerdict verdict, TrustList? list, string? detail)
    {
        if (item == FlashItem.Ctl)
            phone.Findings.Ctl = verdict;
        else
            phone.Findings.Itl = verdict;
        string serial = Convert.ToHexStringLower(list is null ? default : list.File.Header.SignerSerial.Span);
        phone.Emit(new TrustListJudged(phone.Now, phone.Device, file, verdict, list?.File.Header.SignerName, serial, detail));
    }

    private void ShowWhatIsInstalled() => phone.Status((phone.Contents.Ctl, phone.Contents.Itl) switch
    {
        (not null, not null) => Texts.CtlAndItlInstalled,
        (not null, null) => Texts.CtlInstalled,
        (null, not null) => Texts.ItlInstalled,
        _ => Texts.NoTrustList,
    });
}
