using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Explain;

/// <summary>The files of one phone as they came, judged by what it had until then.</summary>
internal sealed class FileJudge(FirmwareProfile profile, ExplainOptions options)
{
    private FlashContents flash = FlashContents.Empty with { Ctl = options.Ctl, Itl = options.Itl, Lsc = options.Certificate, SymmetricKey = options.Key };
    private bool encryptedIsMissing;

    public Judgement Judge(ObservedRequest request)
    {
        FileRole role = FileRoles.Of(request.File);
        encryptedIsMissing |= role == FileRole.Encrypted && request.Answer == FetchAnswer.NotFound;
        if (request.Answer != FetchAnswer.Ok)
            return new([], null, AnswerRules.Of(role, request.Answer, profile.Signing.Behaviour != SigningBehaviour.None));
        if (!request.IsWhole)
            return new([], null, "the capture lacks a piece of it: nothing can be said about its content");
        try
        {
            return role.IsTrustList ? JudgeList(role, request.Content) : role.IsConfiguration ? JudgeConfiguration(request) : JudgeOther(request.Content);
        }
        catch (MalformedDataException e)
        {
            return new([], false, $"it cannot be read: {e.Message}");
        }
    }

    private Judgement JudgeList(FileRole role, ReadOnlyMemory<byte> content)
    {
        TrustList list = TrustList.Parse(content);
        string[] holds = [$"trust list, signed by {list.File.Header.SignerName}, {list.File.Header.Digest?.Word}", $"roles {string.Join(", ", list.Records.Select(r => r.Role.Word))}"];
        if (content.Length > profile.Trust.SizeLimit)
            return new(holds, false, $"{content.Length} bytes are more than the {profile.Trust.SizeLimit} that the load takes (boot.md, Trust list acceptance)");
        TrustListVerdict verdict = TrustListJudge.Judge(list, role == FileRole.Ctl ? flash.Ctl : flash.Itl, flash, profile);
        if (verdict.IsAccepted)
            flash = role == FileRole.Ctl ? flash with { Ctl = list } : flash with { Itl = list };
        string assumed = verdict == TrustListVerdict.Initial ? ", if it was so (assumed)" : verdict == TrustListVerdict.SignerUnknown ? "; TVS may have" : "";
        return new(holds, verdict.IsAccepted, $"{verdict.Reason}{assumed} (boot.md, Trust list acceptance)");
    }

    private Judgement JudgeConfiguration(ObservedRequest request)
    {
        SignedFile? signed = SignedFile.HasHeader(request.Content.Span) ? SignedFile.Parse(request.Content) : null;
        string signature = signed is null ? "no signature" : $"signed by {signed.Header.SignerName}, {signed.Header.Digest?.Word}";
        if (request.Content.Length > profile.Fetch.SizeLimit)
            return new([signature], false, $"{request.Content.Length} bytes are more than the {profile.Fetch.SizeLimit} that the load takes: CFG TFTP Size Error (boot.md, limits)");
        if (WhyUntrusted(signed, request.File) is { } untrusted)
            return untrusted with { Holds = [signature, .. untrusted.Holds] };
        bool isEncrypted = FileRoles.Of(request.File) == FileRole.Encrypted;
        Judgement inside = isEncrypted ? JudgeEncrypted(request, signed) : JudgeClear(signed?.Body ?? request.Content, request.File);
        return inside with { Holds = [signature, .. inside.Holds] };
    }

    /// <summary>Null: the signature is no reason to refuse it.</summary>
    private Judgement? WhyUntrusted(SignedFile? signed, string file)
    {
        bool asksSigned = FileRoles.Of(file) is FileRole.Encrypted or FileRole.Signed;
        if (profile.Signing.Behaviour != SigningBehaviour.Verified || signed is null && !asksSigned)
            return null;
        if (signed is null)
            return new([], null, "a signed file was asked and came without a signature: phones take that over HTTPS only (boot.md 4)");
        SignatureVerdict verdict = SignatureJudge.Judge(signed, flash, profile.Signing);
        if (verdict is SignatureVerdict.Valid or SignatureVerdict.Ignored)
            return null;
        bool knowsNobody = verdict == SignatureVerdict.UnknownSigner && flash is { Ctl: null, Itl: null };
        return knowsNobody
            ? new([], null, "no trust list in the capture says who may sign; --trust FILE.tlv gives the one the phone has")
            : new([], false, $"signature {verdict.Word}: {verdict.Reason}: the file is not used and not stored (boot.md 5)");
    }

    private Judgement JudgeEncrypted(ObservedRequest request, SignedFile? signed)
    {
        bool wraps = signed?.Header.Encryption is { WrappedKey.IsEmpty: false };
        string holds = wraps ? $"encrypted for a public key of {signed!.Header.Encryption!.WrappedKeyBits} bits" : "encrypted with a symmetric key (container layout assumed)";
        InspectionRequest inspection = new() { FileName = request.File, File = request.Content, PrivateKey = wraps ? options.PrivateKey : null, Key = wraps ? null : options.Key };
        if (!inspection.AsksDecryption)
            return new([holds], null, $"whether this phone could decrypt it needs its key: {(wraps ? "--key PEM" : "--hex KEY")}");
        InspectedFile found = Inspector.Inspect(inspection);
        if (found is not { Decryption: DecryptionVerdict.Decrypted, ClearText: { } clear })
            return new([holds], false, $"{found.Decryption?.Reason} (seed: if decryption fails, the configuration file does not get applied)");
        Judgement inside = JudgeClear(clear, request.File);
        return inside with { Holds = [holds, .. inside.Holds] };
    }

    private Judgement JudgeClear(ReadOnlyMemory<byte> xml, string file)
    {
        PhoneConfiguration configuration = PhoneConfiguration.Parse(xml, file);
        string[] holds = [.. ConfigurationFacts.Of(configuration)];
        if (!configuration.FullConfig && flash.Certificate is null && configuration.EncrConfig && profile.Encryption.Method == EncryptionMethod.PublicKey)
            return new(holds, true, "it compares certHash with the MD5 of its certificate: equal, it asks .enc.sgn after a reset; else it opens a CAPF session, by authentication string only when somebody types it (seed, Symmetric Key Encryption with Phone Public Key)");
        ConfigurationPolicy policy = ConfigurationPolicy.For(configuration, flash, profile, encryptedIsMissing);
        return new(holds, true, $"it {policy.What}, because {policy.Why}") { IsFull = configuration.FullConfig };
    }

    private Judgement JudgeOther(ReadOnlyMemory<byte> content) => SignedFile.HasHeader(content.Span)
        ? SignatureJudge.Judge(SignedFile.Parse(content), flash, profile.Signing) is var verdict && verdict is SignatureVerdict.Invalid or SignatureVerdict.DigestUnsupported ? new([], false, $"signature {verdict.Word}: {verdict.Reason}") : new(["signed file"], null, "")
        : new([], null, "");
}
