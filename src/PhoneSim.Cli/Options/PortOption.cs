using System.CommandLine;

namespace PhoneSim.Cli.Options;

/// <summary>A port to listen on; 0 takes any free one.</summary>
internal sealed class PortOption : Option<int>
{
    public PortOption(string name, string protocol, int port) : base(name)
    {
        HelpName = "N";
        Description = $"{protocol} port; 0: any free one";
        DefaultValueFactory = _ => port;
        Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 65535)
                result.AddError($"{name} is no port; 0 … 65535 expected");
        });
    }
}
