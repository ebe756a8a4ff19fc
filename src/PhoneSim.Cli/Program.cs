using PhoneSim.Cli;

if (args is ["--version"])
{
    await Console.Out.WriteLineAsync(CommandLineApp.Version);
    return ExitCode.Done;
}

return await CommandLineApp.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
