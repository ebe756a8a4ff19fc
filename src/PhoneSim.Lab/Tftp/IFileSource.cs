namespace PhoneSim.Lab.Tftp;

/// <summary>Where a TFTP server takes its files from.</summary>
public interface IFileSource
{
    /// <summary>Null: there is no such file, or it may not be read.</summary>
    byte[]? Read(string name);
}
