namespace PhoneSim.Fleet.Measure;

/// <summary>What is measured of a boot; the names users write in SLOs are these in lower case.</summary>
public enum Phase
{
    Ctl,
    Itl,
    /// <summary>A configuration file, whichever name was asked, over whichever transport.</summary>
    Config,
    /// <summary>The configuration's signature.</summary>
    Verify,
    Decrypt,
    /// <summary>An enrolment with its retries.</summary>
    Capf,
    /// <summary>One question to one TVS server.</summary>
    Tvs,
    /// <summary>From the first connection to the call manager's answer.</summary>
    Registration,
    /// <summary>From the intended start to rest.</summary>
    Boot,
}
