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

    /// <summary>After the boot.</summary>
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
            Write(flash, flash.Contents, flash.Contents with { Mic = phone.Flash.Mic, Lsc = phone.Flash.Lsc, Settings = phone.Flash.Settings });
        return flash.Contents;
    }

    private void Write(FleetPhone phone, FlashContents now)
    {
        using FolderFlash flash = new(PathOf(phone));
        Write(flash, phone.Flash, now);
    }

    private static void Write(FolderFlash flash, FlashContents before, FlashContents now)
    {
        if (now.SymmetricKey != before.SymmetricKey)
            flash.SetSymmetricKey(now.SymmetricKey);
        if (now.Ctl != before.Ctl)
            flash.SetCtl(now.Ctl);
        if (now.Itl != before.Itl)
            flash.SetItl(now.Itl);
        if (now.Configuration != before.Configuration)
            flash.SetConfiguration(now.Configuration);
        if (now.DigestCredentials != before.DigestCredentials)
            flash.SetDigestCredentials(now.DigestCredentials);
        if (now.Settings != before.Settings)
            flash.SetSettings(now.Settings);
        if (now.Mic != before.Mic)
            flash.SetMic(now.Mic);
        if (now.Lsc != before.Lsc)
            flash.SetLsc(now.Lsc);
        if (!ReferenceEquals(now.StatusMessages, before.StatusMessages))
            flash.SetStatusMessages(now.StatusMessages);
    }

    private string PathOf(FleetPhone phone) => Path.Combine(folder!, phone.Device.ToString());
}
