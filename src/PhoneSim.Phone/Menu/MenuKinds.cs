namespace PhoneSim.Phone.Menu;

/// <summary>The words of <see cref="Profiles.MenuNode.Kind"/>.</summary>
public static class MenuKinds
{
    public const string Menu = "menu";

    /// <summary>Shows a fact of the phone.</summary>
    public const string Value = "value";

    /// <summary>Is there on the phone; the simulator says that it has no such thing.</summary>
    public const string Text = "text";
    public const string Unlock = "unlock";
    public const string SetKey = "set-key";
    public const string StatusMessages = "status-messages";
    public const string TrustList = "trust-list";

    /// <summary>CTL File or ITL File: below its own rows the servers that the list names.</summary>
    public const string TrustFile = "trust-file";
    public const string Lsc = "lsc";
    public const string Restart = "restart";
    public const string Reset = "reset";
    public const string FactoryReset = "factory-reset";
    public const string EraseTrust = "erase-trust";
    public const string AlternateTftp = "alternate-tftp";
    public const string TftpServer1 = "tftp-server-1";
    public const string TftpServer2 = "tftp-server-2";

    /// <summary>No rows but pages: the password page before a row, the question about trust lists, the idle screen.</summary>
    public const string SignIn = "sign-in";
    public const string TrustQuestion = "trust-question";
    public const string Idle = "idle";

    public static IReadOnlyList<string> All { get; } =
        [Menu, Value, Text, Unlock, SetKey, StatusMessages, TrustList, TrustFile, Lsc, Restart, Reset, FactoryReset, EraseTrust, AlternateTftp, TftpServer1, TftpServer2];

    /// <summary>Kinds of pages, each with softkeys of its own. Resets are no pages unless their row has softkeys: then it asks first.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [Menu, Unlock, SignIn, SetKey, StatusMessages, TrustList, TrustFile, TrustQuestion, Lsc, AlternateTftp, TftpServer1, TftpServer2, Idle];
}
