namespace PhoneSim.Terminal.Painting.Face;

/// <summary>One of several lamps side by side, counted from 0.</summary>
internal readonly record struct LampPlace(int Index, int Count);
