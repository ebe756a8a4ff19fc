using CsCheck;
using PhoneSim.Formats.Capf;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Capf;

/// <summary>Whatever arrives, a parser ends with a value or with <see cref="MalformedDataException"/>.</summary>
public sealed class CapfFuzzTests
{
    private static readonly byte[][] Seeds = [.. Transcript.All("capf").SelectMany(transcript => transcript.Messages).Select(message => message.Bytes)];

    [Fact]
    public void Parse_OfRandomBytes_ThrowsNothingElse() => Gen.Byte.Array[0, 400].Sample(bytes => ReadAll(bytes), iter: 20_000);

    [Fact]
    public void Parse_OfDamagedMessages_ThrowsNothingElse() => Mutation.Damaged(Seeds).Sample(bytes => ReadAll(bytes), iter: 20_000);

    private static void ReadAll(byte[] bytes)
    {
        if (Mutation.Read(() => CapfMessage.Parse(bytes)) is not { } message)
            return;
        Assert.Equal(bytes, message.Write());
        Mutation.Read(() => CapfAuthRequest.Read(message));
        Mutation.Read(() => CapfAuthResponse.Read(message));
        Mutation.Read(() => CapfKeySpec.Read(message));
        Mutation.Read(() => CapfStoreRequest.Read(message));
        Mutation.Read(() => $"{message.ReadReason()} {message.ReadRetryDelay()}");
    }
}
