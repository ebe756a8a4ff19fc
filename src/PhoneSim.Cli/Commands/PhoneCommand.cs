namespace PhoneSim.Cli.Commands;

internal sealed class PhoneCommand : ExampleCommand
{
    public PhoneCommand() : base("phone", "Show a phone on this terminal, against the built-in lab unless a server is named; also what phonesim alone does.", "phonesim phone --profile 8845 --server 192.0.2.10") =>
        new ScreenAction().AddTo(this);
}
