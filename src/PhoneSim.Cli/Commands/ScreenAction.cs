using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Phones;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal;

namespace PhoneSim.Cli.Commands;

/// <summary>What <c>phonesim</c> alone and <c>phonesim phone</c> do: the phone on the screen, against the built-in lab unless a server is named.</summary>
internal sealed class ScreenAction
{
    private readonly PhoneOptionSet phone = new();

    public void AddTo(Command command)
    {
        phone.AddTo(command);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!PhoneScreen.IsPossible)
            throw CommandException.Environment("the phone's screen needs a terminal, and there is none here; 'phonesim boot --server HOST' needs none, 'phonesim --help' lists the commands");
        PhoneSetup setup = phone.Bind(parsed);
        await using BuiltInLab? lab = setup.Servers.Count == 0 ? BuiltInLab.Start(setup, phone.Profiles(parsed)) : null;
        using PhoneRig rig = new(lab?.Before(setup) ?? setup);
        using LivePhone live = new(rig.Options(null), lab is null ? string.Join(", ", setup.Servers) : Words(setup.Profile));
        using CancellationTokenSource power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task life = live.RunAsync(power.Token);
        PhoneScreen.Run(live);
        await power.CancelAsync();
        await life;
        return ExitCode.Done;
    }

    private static string Words(FirmwareProfile profile) =>
        profile.Encryption.Method == EncryptionMethod.Manual ? $"built-in lab, key {BuiltInLab.DemonstrationKey(profile)[..16]}{(profile.Encryption.KeyBits > 64 ? $" x{profile.Encryption.KeyBits / 64}" : "")}" : "built-in lab";
}
