namespace PhoneSim.Terminal.Drawing;

/// <summary>Neighbouring characters of a line in one ink.</summary>
public readonly record struct InkRun(int X, string Text, Ink Ink);
