namespace PhoneSim.Phone.Flash;

/// <summary>Another process has this flash: one phone, one owner at a time.</summary>
/// <param name="holder">Its number; empty: it has not said so yet.</param>
public sealed class FlashInUseException(string folder, string holder) : IOException($"the flash {folder} is in use by {(holder.Length == 0 ? "another process" : $"process {holder}")}");
