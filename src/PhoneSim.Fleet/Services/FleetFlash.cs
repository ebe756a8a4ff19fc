using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet.Services;

/// <summary>The flash of the phones of one loop: in memory, or in folders that are open during a boot only.</summary>
/// <param name="folder">Null: in memory.</param>
internal sealed class FleetFlash(string? folder)
{
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public IFlash Open(FleetPhone phone) => folder is null ? new MemoryFlash(phone.Flash) : OpenFolder(phone);

    /// <summary>After the boot.</summary>
    public static void Keep(FleetPhone phone, IFlash flash)
    {
        if (flash is FolderFlash file)
            file.Dispose();
        else
            phone.Flash = Kept(phone.Flash, flash.Contents);
    }

    /// <summary>Without status messages, at which nobody can look. Of a boot that changed nothing else nothing stays, so that a storm of resets leaves no garbage among what is old.</summary>
    private static FlashContents Kept(FlashContents before, FlashContents now)
    {
        FlashContents kept = now with { StatusMessages = [] };
        return kept == before ? before : kept;
    }

    /// <summary>A new folder gets what the phone was delivered with.</summary>
    private FolderFlash OpenFolder(FleetPhone phone)
    {
        FolderFlash flash = new(Path.Combine(folder!, phone.Device.ToString()));
        if (flash.Contents is not { Mic: null, Lsc: null })
            return flash;
        flash.SetMic(phone.Flash.Mic);
        flash.SetLsc(phone.Flash.Lsc);
        flash.SetSettings(phone.Flash.Settings);
        return flash;
    }
}
