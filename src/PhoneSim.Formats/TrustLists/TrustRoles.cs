namespace PhoneSim.Formats.TrustLists;

public static class TrustRoles
{
    extension(TrustRole role)
    {
        /// <summary>As in shared/spec/files.md 2; a number that is not known stands for itself.</summary>
        public string Word => role switch
        {
            TrustRole.Sast => "SAST",
            TrustRole.Ccm => "CCM",
            TrustRole.CcmTftp => "CCM+TFTP",
            TrustRole.Tftp => "TFTP",
            TrustRole.Capf => "CAPF",
            TrustRole.AppServer => "APP-SERVER",
            TrustRole.Tvs => "TVS",
            _ => $"role {(int)role}",
        };
    }
}
