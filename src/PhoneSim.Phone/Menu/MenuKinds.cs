namespace PhoneSim.Phone.Menu;

/// <summary>The words of <see cref="Profiles.MenuNode.Kind"/>.</summary>
public static class MenuKinds
{
    public const string Menu = "menu";
    public const string Value = "value";
    public const string Text = "text";
    public const string Unlock = "unlock";
    public const string SetKey = "set-key";
    public const string StatusMessages = "status-messages";
    public const string TrustList = "trust-list";
    public const string Lsc = "lsc";
    public const string Restart = "restart";
    public const string Reset = "reset";
    public const string FactoryReset = "factory-reset";
    public const string EraseTrust = "erase-trust";
    public const string AlternateTftp = "alternate-tftp";
    public const string TftpServer1 = "tftp-server-1";
    public const string TftpServer2 = "tftp-server-2";

    public static IReadOnlyList<string> All { get; } =
        [Menu, Value, Text, Unlock, SetKey, StatusMessages, TrustList, Lsc, Restart, Reset, FactoryReset, EraseTrust, AlternateTftp, TftpServer1, TftpServer2];
}
