using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet.Services;

/// <summary>The flash of the phones of one loop: in memory, or in folders that are open during a boot only.</summary>
/// <param name="folder">Null: in memory.</param>
internal sealed class FleetFlash(string? folder)
{
    private readonly TrustListPool lists = new();

    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public IFlash Open(FleetPhone phone) => folder is null ? new MemoryFlash(phone.Flash) : OpenFolder(phone);

    /// <summary>After the boot.</summary>
    public void Keep(FleetPhone phone, IFlash flash)
    {
        if (flash is FolderFlash file)
            file.Dispose();
        else
            phone.Flash = flash.Contents with { Ctl = lists.Same(flash.Contents.Ctl), Itl = lists.Same(flash.Contents.Itl) };
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
