namespace PhoneSim.Fleet.Measure;

/// <summary>What is measured of a boot; the names users write in SLOs are these in lower case.</summary>
public enum Phase
{
    Ctl,
    Itl,
    /// <summary>A configuration file, whichever name was asked.</summary>
    Config,
    /// <summary>The configuration's signature.</summary>
    Verify,
    Decrypt,
    /// <summary>From the intended start to rest.</summary>
    Boot,
}
