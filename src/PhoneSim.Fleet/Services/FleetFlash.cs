using System.Runtime.ExceptionServices;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet.Services;

/// <summary>
/// The flash of a fleet's phones: in memory, or also in folders, which are read before the run and written after each boot that changed something. Between, none is open: ten thousand phones under way
/// would need as many descriptors. What is written survives the process, not a power cut of this machine: to sync it would make the disk the bottleneck.
/// </summary>
/// <param name="folder">Null: in memory.</param>
internal sealed class FleetFlash(string? folder)
{
    /// <summary>Gives each phone what its folder holds; a new folder gets what the phone was delivered with. In memory nothing is to be done.</summary>
    /// <exception cref="IOException">Also <see cref="FlashInUseException"/> and <see cref="FlashFormatException"/>.</exception>
    /// <exception cref="UnauthorizedAccessException"/>
    public void Read(IReadOnlyList<FleetPhone> phones)
    {
        if (folder is null)
            return;
        try
        {
            Parallel.ForEach(phones, phone => phone.Flash = Read(phone));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>After the boot. Of one that changed nothing nothing stays, so that a storm of resets leaves no garbage among what is old.</summary>
    /// <exception cref="IOException">Also <see cref="FlashInUseException"/>.</exception>
    /// <exception cref="UnauthorizedAccessException"/>
    public void Keep(FleetPhone phone, IFlash flash)
    {
        FlashContents now = folder is null ? flash.Contents with { StatusMessages = [] } : flash.Contents; // In memory nobody can look at messages.
        if (now == phone.Flash)
            return;
        if (folder is not null)
            Write(phone, now);
        phone.Flash = now;
    }

    private FlashContents Read(FleetPhone phone)
    {
        using FolderFlash flash = new(PathOf(phone), isSynced: false);
        if (flash.Contents == FlashContents.Empty)
            flash.SetChanged(flash.Contents, phone.Flash);
        return flash.Contents;
    }

    private void Write(FleetPhone phone, FlashContents now)
    {
        using FolderFlash flash = new(PathOf(phone), phone.Flash, isSynced: false);
        flash.SetChanged(phone.Flash, now);
    }

    private string PathOf(FleetPhone phone) => Path.Combine(folder!, phone.Device.ToString());
}
