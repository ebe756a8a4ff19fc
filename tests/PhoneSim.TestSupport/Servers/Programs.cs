using Xunit;

namespace PhoneSim.TestSupport.Servers;

public static class Programs
{
    /// <summary>Skips the test when a program is not installed; in CI, which installs them all, the test fails instead.</summary>
    public static void Require(params ReadOnlySpan<string> programs)
    {
        foreach (string program in programs)
        {
            bool found = RealServer.Find(program) is not null;
            if (Environment.GetEnvironmentVariable("CI") == "true")
                Assert.True(found, $"{program} is not installed");
            else
                Assert.SkipUnless(found, $"{program} is not installed");
        }
    }
}
