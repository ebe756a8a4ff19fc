namespace PhoneSim.Phone.Flash;

/// <summary>Another process has this flash: one phone, one owner at a time.</summary>
public sealed class FlashInUseException(string folder, string holder) : IOException($"the flash {folder} is in use by process {holder}");
