namespace PhoneSim.Fleet.Measure;

public static class Phases
{
    extension(Phase phase)
    {
        public string Word => phase switch
        {
            Phase.Ctl => "ctl",
            Phase.Itl => "itl",
            Phase.Config => "config",
            Phase.Verify => "verify",
            Phase.Decrypt => "decrypt",
            Phase.Capf => "capf",
            Phase.Tvs => "tvs",
            Phase.Registration => "registration",
            _ => "boot",
        };
    }
}
