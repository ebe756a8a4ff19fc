using System.Drawing;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Painting;

namespace PhoneSim.Terminal;

/// <summary>Everything that a picture of the screen is painted from. Immutable.</summary>
public sealed record ScreenView(PhoneSnapshot Phone, ScreenState State, Size Size)
{
    /// <summary>Where the rhythms of lamps are. Null: they stand still, as in all files and without colours.</summary>
    public TimeSpan? Moment { get; init; }

    /// <summary>The pane of what holds the boot is shown.</summary>
    public bool ShowsPause => State.ShowsPauseOf(Phone);

    /// <summary>The same with dots for what is being typed into a secret's field: for files that outlive the moment.</summary>
    public ScreenView WithoutSecrets() => this with { Phone = Phone.WithoutSecrets() };

    public Painted Paint() => ScreenPainter.Paint(this);
}
