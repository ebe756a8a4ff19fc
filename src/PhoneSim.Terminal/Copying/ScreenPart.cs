namespace PhoneSim.Terminal.Copying;

/// <summary>What can be copied as text.</summary>
public enum ScreenPart
{
    Display,
    /// <summary>States, files asked, flash.</summary>
    Boot,
    /// <summary>All lines that pass the filter, not only those in view.</summary>
    Log,
    Everything,
}
