using PhoneSim.Formats.Configuration;

namespace PhoneSim.Evidence.Explain;

internal static class FileRoles
{
    public static FileRole Of(string file)
    {
        string name = file.ToUpperInvariant();
        return name switch
        {
            _ when name.EndsWith(".TLV", StringComparison.Ordinal) => name.StartsWith("CTL", StringComparison.Ordinal) ? FileRole.Ctl : name.StartsWith("ITLSEP", StringComparison.Ordinal) ? FileRole.Itl : FileRole.SharedItl,
            _ when DefaultConfiguration.IsNamed(name) => FileRole.Default,
            _ when name.EndsWith(".CNF.XML.ENC.SGN", StringComparison.Ordinal) => FileRole.Encrypted,
            _ when name.EndsWith(".CNF.XML.SGN", StringComparison.Ordinal) => FileRole.Signed,
            _ when name.EndsWith(".CNF.XML", StringComparison.Ordinal) => FileRole.Plain,
            _ => FileRole.Other,
        };
    }

    extension(FileRole role)
    {
        public bool IsConfiguration => role is FileRole.Encrypted or FileRole.Signed or FileRole.Plain or FileRole.Default;

        public bool IsTrustList => role is FileRole.Ctl or FileRole.Itl or FileRole.SharedItl;
    }
}
