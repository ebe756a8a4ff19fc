using System.Text;
using PhoneSim.Evidence.Explain;
using PhoneSim.Formats;

namespace PhoneSim.Evidence.Tests.Explain;

public sealed class SavedRunTests
{
    private const string Events = """
        {"type":"event","t":"2026-11-26T10:00:00.000Z","kind":"request","device":"SEP001122334455","file":"ITLFile.tlv","transport":"tftp","server":"192.0.2.1:69","text":"asks"}
        {"type":"event","t":"2026-11-26T10:00:00.010Z","kind":"answer","device":"SEP001122334455","file":"ITLFile.tlv","transport":"tftp","server":"192.0.2.1:69","answer":"ok","bytes":5,"ms":10,"text":"came"}
        {"type":"event","t":"2026-11-26T10:00:00.011Z","kind":"trust","device":"SEP001122334455","file":"ITLFile.tlv","verdict":"SignatureInvalid","text":"ITLFile.tlv refused: the signature does not hold"}
        {"type":"event","t":"2026-11-26T10:00:00.012Z","kind":"decision","device":"SEP001122334455","what":"keeps","why":"it is wrong","text":"keeps, because it is wrong"}
        """;

    private const string Result = """{"type":"result","schema":1,"device":"SEP001122334455","profile":"7962","outcome":"rejected","requests":[{"file":"ITLFile.tlv","transport":"tftp","server":"192.0.2.1:69","answer":"ok","bytes":5,"ms":10}],"config":null,"statusMessages":["Trust List update failed"],"resets":0}""";

    [Fact]
    public void Run_IsToldAsStepsWithVerdictsAndWhatItDid()
    {
        ExplainedPhone phone = Explain(Events + "\n" + Result);
        ExplainedStep step = Assert.Single(phone.Steps);
        Assert.Equal(("ITLFile.tlv", "ok", 5, false), (step.What, step.Answer, step.Bytes, step.IsAccepted));
        Assert.Equal(("ITLFile.tlv refused: the signature does not hold", "keeps, because it is wrong"), (step.Why, step.Next));
        Assert.Equal(["rejected", "shows \"Trust List update failed\""], phone.Conclusions);
    }

    [Fact]
    public void ResultLineAlone_TellsWhatWasAsked() => Assert.Equal("ITLFile.tlv", Explain(Result).Steps.Single().What);

    [Fact]
    public void Run_CutShortInItsLastLine_IsToldAsFarAsItGoes() => Assert.Equal("the run was cut off: it has no result line", Explain(Events + "\n" + Result[..40]).Conclusions.Single());

    [Theory]
    [InlineData("{}\nnonsense\n{}")]
    [InlineData("[1]\n{}")]
    public void Nonsense_IsMalformed(string text) => Assert.Throws<MalformedDataException>(() => SavedRun.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void HostileLines_AreExplainedOrMalformed()
    {
        Random chance = new(3);
        byte[] right = Encoding.UTF8.GetBytes(Events + "\n" + Result);
        for (int i = 0; i < 300; i++)
        {
            byte[] spoilt = [.. right];
            spoilt[chance.Next(spoilt.Length)] = (byte)chance.Next(256);
            try
            {
                Assert.NotNull(RunStory.Of(SavedRun.Parse(spoilt)));
            }
            catch (MalformedDataException)
            {
                // The one exception of parsers.
            }
        }
    }

    private static ExplainedPhone Explain(string lines) => RunStory.Of(SavedRun.Parse(Encoding.UTF8.GetBytes(lines))).Single();
}
