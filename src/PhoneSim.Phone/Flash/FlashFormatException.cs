namespace PhoneSim.Phone.Flash;

/// <summary>The flash was written by a newer PhoneSim.</summary>
public sealed class FlashFormatException(string folder, string found) : IOException($"the flash {folder} has format {found}; this PhoneSim knows {FolderFlash.Format}");
