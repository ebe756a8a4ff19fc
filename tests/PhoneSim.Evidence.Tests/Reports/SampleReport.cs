using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;

namespace PhoneSim.Evidence.Tests.Reports;

/// <summary>A report with everything in it, also texts that markup must escape.</summary>
internal static class SampleReport
{
    public static Report Create() => new()
    {
        Title = "check of [::1]:69 & <others>",
        Facts = [("server", "[::1]:69"), ("phone", "SEP001122334455, 7962")],
        Began = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Duration = TimeSpan.FromMilliseconds(1234.5),
        Sections =
        [
            new()
            {
                Name = "itl", Duration = TimeSpan.FromMilliseconds(12),
                Cases =
                [
                    new() { Id = "itl.present", Verdict = CheckVerdict.Pass, Expected = "an ITL", Found = "6022 bytes", Clause = "boot.md 2" },
                    new() { Id = "itl.signature", Verdict = CheckVerdict.Fail, Expected = "its signature holds", Found = "sha1 <script>alert(1)</script> \"2048\" bits", Clause = "files.md 1", Phone = "refuses the list" },
                    new() { Id = "itl.digest", Verdict = CheckVerdict.Skip, Expected = "a digest", Found = "there is no ITL" },
                ],
                Exchanges =
                [
                    new(TimeSpan.Zero, TimeSpan.FromMilliseconds(3), "SEP001122334455", "TFTP [::1]:69", "CTLSEP001122334455.tlv", "not-found", true),
                    new(TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(8), "SEP001122334455", "CAPF [::1]:3804", "a name much longer than what fits between two lifelines of a diagram", "timeout", false),
                ],
                Files = [new("ITLFile.tlv", 6022, ["kind  trust list", "signer  CN=<SAST>"])],
            },
        ],
    };
}
