using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests.Deploy;

internal static class DeployedFiles
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(Vectors.PathOf(""), "..", "..", "src", "PhoneSim.Fleet", "deploy", name));
}
