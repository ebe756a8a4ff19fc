using Xunit;

namespace PhoneSim.TestSupport.Servers;

public static class Programs
{
    /// <summary>Skips the test when a program is not installed; in CI, which installs them all, the test fails instead.</summary>
    public static void Require(params ReadOnlySpan<string> programs)
    {
        foreach (string program in programs)
            Require(RealServer.Find(program) is not null, program);
    }

    /// <summary>The same for a package that brings no program.</summary>
    public static void Require(bool found, string package)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.True(found, $"{package} is not installed");
        else
            Assert.SkipUnless(found, $"{package} is not installed");
    }
}
