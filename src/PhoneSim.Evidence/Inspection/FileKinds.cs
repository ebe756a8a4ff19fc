namespace PhoneSim.Evidence.Inspection;

public static class FileKinds
{
    extension(FileKind kind)
    {
        public string Word => kind switch
        {
            FileKind.TrustList => "trust-list",
            FileKind.Signed => "signed",
            FileKind.Encrypted => "encrypted",
            _ => "configuration",
        };
    }
}
