using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Network.Http;

/// <summary>The phone's verdict over a server's certificate: trust lists, then TVS. The host's certificate store has no say.</summary>
public delegate ValueTask<bool> ServerCertificateJudge(X509Certificate2 certificate, CancellationToken cancellation);
