using System.Drawing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Cli.Screens;

/// <param name="Record">File for the recording; null: none.</param>
/// <param name="Snapshot">File for the last screen; null: none.</param>
internal sealed record PictureSetup(string? Record, string? Snapshot, bool ShowSecrets)
{
    /// <summary>Of screens that no terminal shows.</summary>
    public Size Size { get; init; }

    /// <summary>Of screens that no terminal shows.</summary>
    public Palette Palette { get; init; } = Palette.Standard;

    public bool IsWanted => Record is not null || Snapshot is not null;
}
