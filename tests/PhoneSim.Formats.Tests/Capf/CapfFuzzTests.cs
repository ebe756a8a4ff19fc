using PhoneSim.Formats.Capf;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Capf;

/// <summary>Whatever arrives, a parser ends with a value or with <see cref="MalformedDataException"/>.</summary>
public sealed class CapfFuzzTests
{
    private static readonly byte[][] Seeds = [.. Transcript.All("capf").SelectMany(transcript => transcript.Messages).Select(message => message.Bytes)];

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Parse_OfDamagedMessages_ThrowsNothingElse() => Fuzz.Run(Seeds, ReadAll);

    private static void ReadAll(byte[] bytes)
    {
        if (Fuzz.Read(() => CapfMessage.Parse(bytes)) is not { } message)
            return;
        Assert.Equal(bytes, message.Write());
        Fuzz.Read(() => CapfAuthRequest.Read(message));
        Fuzz.Read(() => CapfAuthResponse.Read(message));
        Fuzz.Read(() => CapfKeySpec.Read(message));
        Fuzz.Read(() => CapfStoreRequest.Read(message));
        Fuzz.Read(() => $"{message.ReadReason()} {message.ReadRetryDelay()}");
    }
}
