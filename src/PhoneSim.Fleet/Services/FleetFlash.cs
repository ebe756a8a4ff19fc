using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet.Services;

/// <summary>The flash of the phones of one loop: in memory, or also in folders, which are read before a phone's first boot and written after each that changed something. Between, none is open: ten thousand phones under way would need as many descriptors.</summary>
/// <param name="folder">Null: in memory.</param>
internal sealed class FleetFlash(string? folder)
{
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    /// <exception cref="FlashInUseException"/>
    public IFlash Open(FleetPhone phone)
    {
        if (folder is not null && !phone.IsFlashRead)
        {
            phone.Flash = Read(phone);
            phone.IsFlashRead = true;
        }

        return new MemoryFlash(phone.Flash);
    }

    /// <summary>After the boot. Of one that changed nothing nothing stays, so that a storm of resets leaves no garbage among what is old.</summary>
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    /// <exception cref="FlashInUseException"/>
    public void Keep(FleetPhone phone, IFlash flash)
    {
        FlashContents now = folder is null ? flash.Contents with { StatusMessages = [] } : flash.Contents; // In memory nobody can look at messages.
        if (now == phone.Flash)
            return;
        if (folder is not null)
            Write(phone, now);
        phone.Flash = now;
    }

    /// <summary>A new folder gets what the phone was delivered with.</summary>
    private FlashContents Read(FleetPhone phone)
    {
        using FolderFlash flash = new(PathOf(phone));
        if (flash.Contents == FlashContents.Empty)
            flash.SetChanged(flash.Contents, flash.Contents with { Mic = phone.Flash.Mic, Lsc = phone.Flash.Lsc, Settings = phone.Flash.Settings });
        return flash.Contents;
    }

    private void Write(FleetPhone phone, FlashContents now)
    {
        using FolderFlash flash = new(PathOf(phone));
        flash.SetChanged(phone.Flash, now);
    }

    private string PathOf(FleetPhone phone) => Path.Combine(folder!, phone.Device.ToString());
}
