using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Profiles;

/// <summary>Everything in which one firmware load differs from another; read from <c>firmware-profiles/*.json</c>. Immutable.</summary>
public sealed record FirmwareProfile
{
    /// <summary>The name users type: <c>7962</c>, <c>7942-sip-manual</c> (shared/spec/models.md).</summary>
    public required string Name { get; init; }

    /// <summary>One line for <c>phonesim profiles</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Product id, <c>CP-7962G</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The call manager's number of the model, 404 for a 7962; the phone names it when it registers. 0: not known.</summary>
    public int ModelNumber { get; init; }

    /// <summary>The family whose screen and menus it has, e.g. <c>79xx</c>; a label for users only.</summary>
    public required string Family { get; init; }

    public required SignallingProtocol Protocol { get; init; }

    /// <summary>Where the row comes from, in words; outside-the-seed profiles and contradictions say so here.</summary>
    public required string Note { get; init; }

    /// <summary>Which of its facts no source states, in words; empty: none.</summary>
    public string Assumed { get; init; } = "";

    /// <summary>Firmware load the phone reports.</summary>
    public required string Load { get; init; }

    /// <summary>What the names of its model's loads begin with in its protocol, in either case: <c>SIP42.</c>; empty: not known.</summary>
    public IReadOnlyList<string> LoadNames { get; init; } = [];

    public required EncryptionProfile Encryption { get; init; }

    public required SigningProfile Signing { get; init; }

    public required TrustProfile Trust { get; init; }

    public required FetchProfile Fetch { get; init; }

    public required CertificateProfile Certificates { get; init; }

    public TlsProfile Tls { get; init; } = new();

    public CapfProfile Capf { get; init; } = new();

    public TvsProfile Tvs { get; init; } = new();

    public RegistrationProfile Registration { get; init; } = new();

    public required ScreenProfile Screen { get; init; }

    public required MenuProfile Menu { get; init; }

    public PowerOnProfile PowerOn { get; init; } = PowerOnProfile.None;

    /// <summary>Status messages and other texts by id (<see cref="Texts"/> lists the ids), each with its source.</summary>
    public required IReadOnlyDictionary<string, SourcedText> Texts { get; init; }

    /// <summary>By its name, the load is one of this model and protocol.</summary>
    public bool Runs(string load) => LoadNames.Any(begins => load.StartsWith(begins, StringComparison.OrdinalIgnoreCase));
}
