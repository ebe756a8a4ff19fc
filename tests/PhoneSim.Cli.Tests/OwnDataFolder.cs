using System.Runtime.CompilerServices;

namespace PhoneSim.Cli.Tests;

/// <summary>Keeps the tests out of the user's data folder, where a phone of the user's may be running.</summary>
internal static class OwnDataFolder
{
    [ModuleInitializer]
    internal static void Provide()
    {
        string folder = Directory.CreateTempSubdirectory("phonesim-data-").FullName;
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
