namespace PhoneSim.Phone.Boot;

/// <summary>The names a phone asks a provisioning server for.</summary>
public static class FileNames
{
    public const string SharedItl = "ITLFile.tlv";

    public const string DefaultConfiguration = "XMLDefault.cnf.xml";

    /// <summary>ctl, itl or config.</summary>
    public static string KindOf(string file) => !file.EndsWith(".tlv", StringComparison.Ordinal) ? "config" : file.StartsWith("CTL", StringComparison.Ordinal) ? "ctl" : "itl";

    public static string Ctl(DeviceName device) => $"CTL{device}.tlv";

    public static string Itl(DeviceName device) => $"ITL{device}.tlv";

    public static string Plain(DeviceName device) => $"{device}.cnf.xml";

    public static string Signed(DeviceName device) => $"{device}.cnf.xml.sgn";

    public static string Encrypted(DeviceName device) => $"{device}.cnf.xml.enc.sgn";
}
