using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Viewing;

/// <summary>What a phone's flash holds, without its secrets.</summary>
/// <param name="Configuration">Name of the last good file; null: none.</param>
/// <param name="Mic">MD5 of the certificate; null: none.</param>
/// <param name="Lsc">MD5 of the certificate; null: none.</param>
public sealed record FlashSummary(bool HasKey, string? Mic, string? Lsc, bool HasCtl, bool HasItl, string? Configuration, bool EncryptedConfig, bool Unlocked)
{
    public static FlashSummary Of(FlashContents flash) => new(
        flash.SymmetricKey is not null,
        flash.Mic?.Md5,
        flash.Lsc?.Md5,
        flash.Ctl is not null,
        flash.Itl is not null,
        flash.Configuration?.FileName,
        flash.Settings.EncryptedConfig,
        flash.Settings.Unlocked);
}
