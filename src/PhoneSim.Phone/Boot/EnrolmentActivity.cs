using System.Globalization;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Boot;

/// <summary>One CAPF session of the phone: who it says it is, which servers, what is stored (seed, "Symmetric Key Encryption with Phone Public Key").</summary>
public sealed class EnrolmentActivity(BootContext phone)
{
    private CancellationTokenSource? session;

    /// <summary>The user's Stop: the session under way is broken off, the phone goes on without it.</summary>
    public void Stop() => session?.Cancel();

    public async Task<BootTrigger> RunAsync(CancellationToken cancellation)
    {
        string reason = phone.Findings.EnrolmentReason ?? EnrolmentReasons.User;
        if (phone.Enrolment is not { } enrolment)
        {
            phone.Status(Texts.WouldStartCapf, reason: reason);
            phone.Decide($"would start CAPF now: {reason}", "no CAPF client was given");
            return BootTrigger.NotEnrolled;
        }

        phone.Decide("starts a CAPF session", EnrolmentReasons.Explain(reason));
        CapfResult result = WhyLocked() is { } locked ? Locked(locked) : await EnrolAsync(enrolment, cancellation);
        Count(result);
        phone.Findings.Add(reason, result);
        phone.Findings.EnrolmentReason = null;
        phone.Emit(new CapfEnded(phone.Now, phone.Device, reason, result));
        phone.AuthString = null;
        return Store(result);
    }

    private async Task<CapfResult> EnrolAsync(CapfEnrolment enrolment, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        session = stop;
        try
        {
            return await enrolment.EnrolAsync(new(Identity(), Servers(), phone.Trust.ServersWith(TrustRole.Capf)) { Retries = Retries() }, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new(CapfOutcome.Refused, CapfOperation.None, phone.SessionPhase ?? CapfPhase.Preparing, CapfSide.Phone, "the user pressed Stop") { RefusalWord = "stopped" };
        }
        finally
        {
            session = null;
            phone.SessionPhase = null;
        }
    }

    /// <summary>A phone that is configured and only looks whether an operation waits tries again only if it stays on (our choice); null: as often as the load does.</summary>
    private int? Retries() => phone.Findings.EnrolmentReason == EnrolmentReasons.AuthenticationMode && phone.Inbox is null ? 0 : null;

    /// <summary>Null: a string is taken, or none is sent.</summary>
    private TimeSpan? WhyLocked() => Authentication() == CapfAuthentication.AuthString && phone.Contents.Settings.AuthStrings.Remaining(phone.Now) is { Ticks: > 0 } left ? left : null;

    private CapfResult Locked(TimeSpan left)
    {
        string minutes = string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes)} min");
        phone.Status(Texts.AuthStringsLocked, reason: minutes);
        return new(CapfOutcome.Refused, CapfOperation.None, CapfPhase.Preparing, CapfSide.Phone, $"too many wrong strings; the next one in {minutes}") { RefusalWord = "locked-out" };
    }

    private void Count(CapfResult result)
    {
        FlashSettings settings = phone.Contents.Settings;
        AuthStringLockout counted = Authentication() == CapfAuthentication.AuthString ? settings.AuthStrings.After(result, phone.Profile.Capf, phone.Now) : settings.AuthStrings;
        if (counted != settings.AuthStrings)
            phone.Flash.SetSettings(settings with { AuthStrings = counted });
    }

    private CapfIdentity Identity() => new()
    {
        Device = phone.Device,
        Authentication = Authentication(),
        AuthString = phone.AuthString,
        Lsc = phone.Contents.Lsc,
        Mic = phone.Contents.Mic,
        RsaKeyBits = phone.Profile.Capf.RsaKeyBits,
        Curves = phone.Contents.Itl?.File.Header.SignerVersion >= new Version(1, 1) ? phone.Profile.Capf.Curves : [],
    };

    /// <summary>Mode 0 names none: the string if one was typed, else the null string (phone-behaviour.md 2.3).</summary>
    private CapfAuthentication Authentication() => phone.Findings.CapfAuthMode switch
    {
        2 => CapfAuthentication.NullString,
        3 => CapfAuthentication.ExistingLscFirst,
        4 => CapfAuthentication.ExistingMic,
        _ => phone.AuthString is null ? CapfAuthentication.NullString : CapfAuthentication.AuthString,
    };

    private IReadOnlyList<ServerEndPoint> Servers() =>
        phone.Options.CapfServers ?? [.. Named().Select(server => new ServerEndPoint(server.Host, server.Port))];

    private IEnumerable<ServerAddress> Named() =>
        phone.Findings.CapfServers.Count > 0 ? phone.Findings.CapfServers : phone.Contents.Configuration?.Configuration.CapfServers ?? [];

    private BootTrigger Store(CapfResult result)
    {
        switch (result.Outcome)
        {
            case CapfOutcome.Stored:
                phone.Flash.SetLsc(result.Certificate);
                return Changed($"LSC stored, MD5 {result.Certificate!.Md5}", "an LSC was installed");
            case CapfOutcome.Deleted:
                phone.Flash.SetLsc(null);
                return Changed("LSC removed", "the LSC was deleted");
            case CapfOutcome.Fetched:
                phone.Findings.ResetReason = "the call manager has the phone's public key now";
                return BootTrigger.Enrolled;
            default:
                return BootTrigger.NotEnrolled;
        }
    }

    private BootTrigger Changed(string what, string why)
    {
        phone.Changed(FlashItem.Lsc, what);
        phone.Findings.ResetReason = why;
        return BootTrigger.Enrolled;
    }
}
