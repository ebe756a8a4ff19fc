using System.Net;
using PhoneSim.Lab.Http;
using PhoneSim.Lab.Tftp;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>The files of a folder by TFTP and HTTP; from a copy, so that answers of the scenario can lie over them.</summary>
internal sealed class FolderServer : IScenarioServer
{
    private readonly string source;
    private readonly string copy;
    private readonly TftpServer tftp;
    private readonly HttpFileServer http;

    public FolderServer(string source, string copy, TimeProvider time)
    {
        (this.source, this.copy) = (source, Directory.CreateDirectory(copy).FullName);
        Offer(new Dictionary<string, ScenarioAnswer>());
        FolderFileSource files = new(copy);
        tftp = new(new(IPAddress.Loopback, 0), files, time);
        http = new(new(IPAddress.Loopback, 0), files, null, time);
    }

    public IPEndPoint Tftp => tftp.EndPoint;

    public int HttpPort => http.EndPoint.Port;

    public int HttpsPort => 0;

    public void Offer(IReadOnlyDictionary<string, ScenarioAnswer> answers)
    {
        foreach (string file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        OfferedAnswers.Write(copy, answers, signer: null);
    }

    public async ValueTask DisposeAsync()
    {
        await tftp.DisposeAsync();
        await http.DisposeAsync();
    }
}
