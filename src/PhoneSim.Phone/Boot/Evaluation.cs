using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>Turns a delivered file into a trigger: reads it, reports every verdict, remembers what the policy says.</summary>
public sealed class Evaluation(BootContext phone, SignerInquiry signers)
{
    private readonly ConfigurationReader reader = new(phone.Profile, phone.Options.Time);

    public async Task<BootTrigger> RunAsync(CancellationToken cancellation)
    {
        ConfigurationFinding finding = reader.Read(phone.Candidate!, phone.Contents);
        if (finding.Signature == SignatureVerdict.UnknownSigner)
            finding = reader.Read(phone.Candidate!, phone.Contents, await signers.AskAboutAsync(Formats.SignedFiles.SignedFile.Parse(phone.Candidate!.Content), finding.File, cancellation));
        phone.Findings.Configuration = finding;
        phone.Findings.CapfServers = (finding.Configuration ?? phone.Contents.Configuration?.Configuration)?.CapfServers ?? [];
        phone.Findings.CapfAuthMode = (finding.Configuration ?? phone.Contents.Configuration?.Configuration)?.CapfAuthMode ?? 0;
        await JudgeSignatureAsync(finding, cancellation);
        if (finding.Decryption is { } verdict)
            await phone.JudgeAsync(new FileDecrypted(phone.Now, phone.Device, finding.File, verdict, finding.Key, phone.Profile.Encryption.Layout!.Value), cancellation);
        return finding switch
        {
            { Configuration: { } configuration } => Obey(configuration),
            { Malformed: not null } => Malformed(finding),
            { Decryption: { } } => DecryptFailed(finding),
            _ => SignatureRefused(finding),
        };
    }

    private ValueTask JudgeSignatureAsync(ConfigurationFinding finding, CancellationToken cancellation)
    {
        if (finding.Malformed is not null && finding.Configuration is null && finding.Signature == SignatureVerdict.Absent)
            return ValueTask.CompletedTask;
        return phone.JudgeAsync(new SignatureJudged(phone.Now, phone.Device, finding.File, finding.Signature, finding.Header?.SignerName,
            Convert.ToHexStringLower(finding.Header is null ? default : finding.Header.SignerSerial.Span), finding.Digest), cancellation);
    }

    private BootTrigger Obey(PhoneConfiguration configuration)
    {
        bool encryptedIsMissing = phone.Findings.IsMissing(FileNames.Encrypted(phone.Device));
        ConfigurationPolicy policy = ConfigurationPolicy.For(configuration, phone.Contents, phone.Profile, encryptedIsMissing);
        phone.Decide(policy.What, policy.Why);
        switch (policy.Trigger)
        {
            case BootTrigger.MinimalOnly:
                phone.Findings.Failure = BootOutcome.Minimal;
                break;
            case BootTrigger.HashMatches:
                Remember(encrypted: true);
                phone.Findings.ResetReason = "certHash matched: the encrypted file is asked after a reset";
                break;
            case BootTrigger.HashDiffers:
                NeedCapf(EnrolmentReasons.PublicKeyMismatch, BootOutcome.Minimal);
                break;
        }

        return policy.Trigger;
    }

    private void Remember(bool encrypted)
    {
        if (phone.Contents.Settings.EncryptedConfig == encrypted)
            return;
        phone.Flash.SetSettings(phone.Contents.Settings with { EncryptedConfig = encrypted });
        phone.Changed(FlashItem.Settings, encrypted ? "encrypted configuration remembered" : "encrypted configuration forgotten");
    }

    private void NeedCapf(string reason, BootOutcome outcome)
    {
        phone.Findings.EnrolmentReason = reason;
        phone.Findings.Failure = phone.MustWaitForAuthString ? BootOutcome.WaitingForAuthString : outcome;
        if (!phone.MustWaitForAuthString)
            return;
        phone.Status(Texts.WaitingForAuthString);
        phone.Decide("waits until the user enters the authentication string", "CAPF authentication mode is by authentication string (seed, Symmetric Key Encryption with Phone Public Key)");
    }

    private BootTrigger Malformed(ConfigurationFinding finding)
    {
        phone.Status(Texts.ConfigMalformed, finding.File, finding.Malformed!);
        phone.Decide($"discards {finding.File} whole", finding.Malformed!);
        if (++phone.Findings.MalformedFiles < phone.Profile.Fetch.MalformedAttempts)
        {
            phone.Decide("asks it again", "XML that does not parse is discarded whole and retried (boot.md 5; how often is assumed)");
            return BootTrigger.Retry;
        }

        (phone.Findings.Failure, phone.Findings.MalformedFiles) = (BootOutcome.Rejected, 0);
        return BootTrigger.Refused;
    }

    private BootTrigger SignatureRefused(ConfigurationFinding finding)
    {
        phone.Findings.Failure = BootOutcome.Rejected;
        phone.Status(Texts.ConfigAuthenticationFailed, finding.File);
        phone.Decide($"does not use {finding.File} and keeps what it has", finding.Signature.Reason);
        return BootTrigger.Refused;
    }

    private BootTrigger DecryptFailed(ConfigurationFinding finding)
    {
        phone.Status(Texts.ConfigDecryptionFailed, finding.File);
        phone.Decide($"does not apply {finding.File}", $"{finding.Decryption!.Value.Reason} (seed: if decryption fails, the configuration file does not get applied)");
        if (phone.UsesManualKey)
            phone.Findings.Failure = BootOutcome.DecryptFailed;
        else
            NeedCapf(EnrolmentReasons.DecryptFailed, BootOutcome.DecryptFailed);
        return BootTrigger.DecryptFailed;
    }
}
