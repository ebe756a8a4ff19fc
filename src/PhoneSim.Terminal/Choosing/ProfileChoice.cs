namespace PhoneSim.Terminal.Choosing;

public sealed record ProfileChoice(string Name, string Title);
