using System.Globalization;
using System.Drawing;
using PhoneSim.Cli.Output;
using PhoneSim.Terminal;
using PhoneSim.Terminal.Picturing;
using PhoneSim.Terminal.Recording;

namespace PhoneSim.Cli.Screens;

/// <summary>Keeps what a screen shows: all of it in a recording, the last of it in a picture, and one at any moment when asked.</summary>
internal sealed class ScreenKeeper : IDisposable
{
    private readonly PictureSetup setup;
    private readonly TimeProvider time;
    private readonly CastWriter? cast;
    private readonly ScreenRecorder? recorder;
    private ScreenView? last;

    /// <param name="time">Of the recording, and of the names of pictures.</param>
    /// <exception cref="CommandException">The recording cannot be written.</exception>
    public ScreenKeeper(PictureSetup setup, Size size, TimeProvider time, string title)
    {
        (this.setup, this.time) = (setup, time);
        if (setup.Record is null)
            return;
        cast = new(OutputFiles.Create(setup.Record), size, time, title);
        recorder = new(cast, setup.ShowSecrets);
    }

    /// <exception cref="CommandException">The recording cannot be written on.</exception>
    public void See(ScreenView view)
    {
        last = view;
        try
        {
            recorder?.Record(view);
        }
        catch (IOException e)
        {
            throw OutputFiles.CannotWrite(setup.Record!, e);
        }
    }

    /// <summary>A picture in the working folder, named after phone and time.</summary>
    /// <returns>A line for the user.</returns>
    public string Save(ScreenView view, string ending)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"phonesim-{view.Phone.Device}-{time.GetLocalNow():yyyyMMdd-HHmmss}.{ending}");
        try
        {
            File.WriteAllBytes(name, Picture(view, ending));
            return $"Saved: {name}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Not saved: {e.Message}";
        }
    }

    /// <summary>Writes the picture of the last screen, if one was asked for.</summary>
    /// <exception cref="CommandException">It cannot be written.</exception>
    public void WriteLast()
    {
        if (setup.Snapshot is { } path && last is not null)
            OutputFiles.Write(path, Picture(last, PictureOptionSet.Ending(path)));
    }

    public void Dispose() => cast?.Dispose();

    private byte[] Picture(ScreenView view, string ending) => ScreenPicture.Of(setup.ShowSecrets ? view : view.WithoutSecrets(), ending);
}
