namespace PhoneSim.Phone.Stepping;

/// <summary>Where a boot pauses.</summary>
public enum PausePoint
{
    /// <summary>A file is about to be asked.</summary>
    Request,
    /// <summary>The answer came and was not looked at.</summary>
    Answer,
    /// <summary>A trust list, a signature or a decryption was judged.</summary>
    Verdict,
    /// <summary>The boot table is about to make a step.</summary>
    Transition,
}
