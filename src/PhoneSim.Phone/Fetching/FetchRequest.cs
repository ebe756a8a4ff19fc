using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Fetching;

/// <param name="SizeLimit">Bytes; one more is <see cref="FetchAnswer.TooBig"/>.</param>
public sealed record FetchRequest(string FileName, ServerEndPoint Server, int SizeLimit)
{
    /// <summary>Over HTTPS: the phone's verdict on the server's certificate. Null: nobody judges, and no HTTPS server is trusted.</summary>
    public ServerCertificateJudge? Judge { get; init; }

    /// <summary>Over HTTPS, shown to a server that asks for one; null: none.</summary>
    public DeviceCertificate? ClientCertificate { get; init; }
}
