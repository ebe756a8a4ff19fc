namespace PhoneSim.Lab.Sccp;

/// <summary>Who may register. Read from several connections at once.</summary>
public interface ISccpDevices
{
    bool Knows(string deviceName);
}
