using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Tests.Boot;

public sealed class BootMachineTests
{
    [Fact]
    public void Diagram_OfTheTable_IsTheStoredPicture()
    {
        string stored = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Boot", "boot.mermaid"));
        Assert.Equal(stored.TrimEnd(), BootMachine.ToMermaid().ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public void EveryState_ButPoweredOff_CanBePoweredOff()
    {
        foreach (BootState state in Enum.GetValues<BootState>().Where(s => s != BootState.PoweredOff))
            Assert.Contains($"{state} --> PoweredOff : PowerOff", BootMachine.ToMermaid(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, BootState.RequestingSigned)]
    [InlineData(false, BootState.RequestingPlain)]
    public void EncryptedFileMissing_NextName_DependsOnFileSigning(bool signs, BootState next)
    {
        BootMachine machine = At(new Conditions { AsksSignedNames = signs }, BootTrigger.AskEncrypted);
        machine.Fire(BootTrigger.NotFound);
        Assert.Equal(next, machine.State);
    }

    [Theory]
    [InlineData(false, BootState.Resetting)]
    [InlineData(true, BootState.RequestingEncrypted)]
    public void HashMatches_AsksEncrypted_AfterResetUnlessTheLoadDoesItAtOnce(bool sameRun, BootState next)
    {
        BootMachine machine = At(new Conditions { AsksEncryptedInSameRun = sameRun }, BootTrigger.AskSigned, BootTrigger.Delivered);
        machine.Fire(BootTrigger.HashMatches);
        Assert.Equal(next, machine.State);
    }

    [Theory]
    [InlineData(true, BootState.AwaitingAuthString)]
    [InlineData(false, BootState.Enrolling)]
    public void HashDiffers_ByAuthenticationString_WaitsForTheUser(bool mustWait, BootState next)
    {
        BootMachine machine = At(new Conditions { MustWaitForAuthString = mustWait }, BootTrigger.AskSigned, BootTrigger.Delivered);
        machine.Fire(BootTrigger.HashDiffers);
        Assert.Equal(next, machine.State);
    }

    [Fact]
    public void DecryptFailed_WithManualKey_StopsBeforeRegistration()
    {
        BootMachine machine = At(new Conditions { UsesManualKey = true }, BootTrigger.AskEncrypted, BootTrigger.Delivered);
        machine.Fire(BootTrigger.DecryptFailed);
        Assert.Equal(BootState.Stopped, machine.State);
    }

    private static BootMachine At(Conditions conditions, params BootTrigger[] triggers)
    {
        BootMachine machine = new(conditions);
        foreach (BootTrigger trigger in triggers.Prepend(BootTrigger.Skipped).Prepend(BootTrigger.Skipped).Prepend(BootTrigger.PowerOn))
            machine.Fire(trigger);
        return machine;
    }

    private sealed class Conditions : IBootConditions
    {
        public bool AsksSignedNames { get; init; } = true;

        public bool AsksEncryptedInSameRun { get; init; }

        public bool MustWaitForAuthString { get; init; }

        public bool UsesManualKey { get; init; }
    }
}
