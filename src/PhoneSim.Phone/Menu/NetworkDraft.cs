namespace PhoneSim.Phone.Menu;

/// <summary>The alternate TFTP settings as typed and not yet saved.</summary>
internal sealed class NetworkDraft(IMenuHost host)
{
    public const string NoServer = "0.0.0.0";

    private readonly string[] servers = [NoServer, NoServer];

    public bool IsAlternate { get; private set; }

    public bool IsDirty { get; private set; }

    /// <summary>The one rule between the fields: alternate servers need the first.</summary>
    public bool IsComplete => !IsAlternate || servers[0] != NoServer;

    /// <param name="number">1 or 2.</param>
    public string Server(int number) => servers[number - 1];

    public void Load()
    {
        Flash.FlashSettings stored = host.Contents.Settings;
        (servers[0], servers[1]) = (stored.AlternateTftp1?.Host ?? NoServer, stored.AlternateTftp2?.Host ?? NoServer);
        (IsAlternate, IsDirty) = (stored.AlternateTftp1 is not null, false);
    }

    public void SetAlternate(bool alternate) => (IsAlternate, IsDirty) = (alternate, true);

    public void SetServer(int number, string address) => (servers[number - 1], IsDirty) = (address, true);

    public void Save()
    {
        host.SetAlternateTftp(Stored(1), Stored(2));
        Load();
    }

    private string? Stored(int number) => IsAlternate && Server(number) != NoServer ? Server(number) : null;
}
