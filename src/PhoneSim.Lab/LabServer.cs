using System.Net;
using PhoneSim.Lab.Database;
using PhoneSim.Lab.Tftp;

namespace PhoneSim.Lab;

/// <summary>The built-in call manager: its servers over one database.</summary>
public sealed class LabServer : IAsyncDisposable
{
    private readonly TftpServer tftp;

    /// <exception cref="System.Net.Sockets.SocketException">A port is taken, or the address is not this machine's.</exception>
    public LabServer(PhoneDatabase database, LabOptions options, TimeProvider time, Action<TftpRequestSeen>? observer = null)
    {
        tftp = new(new(options.Bind, options.TftpPort), new FolderFileSource(database.OfferedFolder), time, observer);
        database.Save(database.Cluster with { Address = options.Bind.ToString() });
    }

    public IPEndPoint Tftp => tftp.EndPoint;

    public ValueTask DisposeAsync() => tftp.DisposeAsync();
}
