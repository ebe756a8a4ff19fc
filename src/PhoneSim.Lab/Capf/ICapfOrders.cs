namespace PhoneSim.Lab.Capf;

/// <summary>What the CAPF server knows of phones. Called from several sessions at once.</summary>
public interface ICapfOrders
{
    /// <summary>Null: the device is unknown.</summary>
    CapfOrder? Find(string deviceName);

    /// <summary>How a session ended. After an install or fetch that succeeded it holds the phone's certificate: the one to encrypt for.</summary>
    void Record(CapfReport report);
}
