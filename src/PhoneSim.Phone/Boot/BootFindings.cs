using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>What a run has found so far; the report is made from it.</summary>
public sealed class BootFindings
{
    private readonly List<FileRequest> requests = [];
    private readonly List<string> statusMessages = [];
    private readonly List<(string Reason, CapfResult Result)> capf = [];

    public IReadOnlyList<FileRequest> Requests => requests;

    public IReadOnlyList<string> StatusMessages => statusMessages;

    /// <summary>CAPF sessions of this run, each with the reason the phone had.</summary>
    public IReadOnlyList<(string Reason, CapfResult Result)> Capf => capf;

    /// <summary>A session was held in this start: a second one would bring nothing new.</summary>
    public bool EnrolmentTried { get; private set; }

    /// <summary>The last CAPF session brought nothing.</summary>
    public bool LastSessionFailed => capf is [.., { Result.Outcome: not (CapfOutcome.Stored or CapfOutcome.Deleted or CapfOutcome.Fetched or CapfOutcome.NoOperation) }];

    /// <summary>The list delivered last that was refused for its unknown signer: it may carry the certificate of a file's signer.</summary>
    public TrustList? RefusedList { get; set; }

    /// <summary>Null: no CTL was delivered.</summary>
    public TrustListVerdict? Ctl { get; set; }

    /// <summary>Null: no ITL was delivered.</summary>
    public TrustListVerdict? Itl { get; set; }

    /// <summary>The configuration file judged last; null: none came.</summary>
    public ConfigurationFinding? Configuration { get; set; }

    /// <summary><c>capfAuthMode</c> of the last configuration read, in this run or in flash.</summary>
    public int CapfAuthMode { get; set; }

    /// <summary><c>capfList</c> of the same configuration.</summary>
    public IReadOnlyList<Formats.Configuration.ServerAddress> CapfServers { get; set; } = [];

    /// <summary>Why the phone talks to CAPF, one of <see cref="EnrolmentReasons"/>; null: it does not.</summary>
    public string? EnrolmentReason { get; set; }

    /// <summary>Why no full configuration of this run is in use; null: nothing failed.</summary>
    public BootOutcome? Failure { get; set; }

    /// <summary>Files in a row that were no configuration.</summary>
    public int MalformedFiles { get; set; }

    /// <summary>The configuration now in use came from flash.</summary>
    public bool FromFlash { get; set; }

    /// <summary>The configuration applied last named digest credentials itself; else those in use come from flash.</summary>
    public bool CredentialsFromFile { get; set; }

    public bool Registered { get; set; }

    /// <summary>The registration was tried and failed: rejected or unreachable; null: it was not, or succeeded.</summary>
    public BootOutcome? RegistrationFailure { get; set; }

    public int Resets { get; set; }

    /// <summary>Why the phone is about to reset.</summary>
    public string ResetReason { get; set; } = "";

    /// <summary>Files of this run that came. With <see cref="BytesReceived"/> and <see cref="Began"/> read while the phone runs.</summary>
    public int FilesReceived { get; private set; }

    public long BytesReceived { get; private set; }

    /// <summary>Timestamp of this start; null: there was none yet.</summary>
    public long? Began { get; private set; }

    private int FirstRequestOfStart { get; set; }

    public void Add(FileRequest request)
    {
        requests.Add(request);
        if (request.Result.Answer != Fetching.FetchAnswer.Ok)
            return;
        FilesReceived++;
        BytesReceived += request.Result.Content.Length;
    }

    public void Add(string reason, CapfResult result)
    {
        capf.Add((reason, result));
        EnrolmentTried = true;
    }

    public void AddStatus(string message) => statusMessages.Add(message);

    /// <summary>The server was asked for that file in this start and does not have it.</summary>
    public bool IsMissing(string file) => requests.Skip(FirstRequestOfStart).Any(r => r.File == file && r.Result.Answer == Fetching.FetchAnswer.NotFound);

    /// <summary>A reset from outside: a new run, whose own resets are counted anew.</summary>
    public void BeginLife(string why)
    {
        requests.Clear();
        statusMessages.Clear();
        capf.Clear();
        (Ctl, Itl, Resets, ResetReason, FilesReceived, BytesReceived) = (null, null, 0, why, 0, 0);
    }

    /// <summary>Forgets what belongs to one start only: a reset tries everything anew.</summary>
    /// <param name="now">Timestamp of the phone's clock.</param>
    public void BeginStart(long now) =>
        (Began, Failure, Configuration, EnrolmentReason, FromFlash, EnrolmentTried, FirstRequestOfStart, Registered, RegistrationFailure, MalformedFiles) =
            (now, null, null, null, false, false, Requests.Count, false, null, 0);
}
