using PhoneSim.Formats.Capture;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Capture;

public sealed class CaptureFuzzTests
{
    [Fact]
    [Trait("Category", "Fuzz")]
    public void Captures_Damaged_ThrowNothingElse() =>
        Fuzz.Run([SampleCapture.PcapNg(), SampleCapture.Pcap()], bytes => Fuzz.Read(() => CaptureConversations.Of(CaptureFile.Parse(bytes))));
}
