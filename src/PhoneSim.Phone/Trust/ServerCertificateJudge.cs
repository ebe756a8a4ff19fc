namespace PhoneSim.Phone.Trust;

/// <summary>The phone's verdict on the certificate a TLS server showed. Asked after the handshake, before the first byte of content is sent.</summary>
/// <param name="certificate">X.509 DER.</param>
public delegate Task<ServerCertificateVerdict> ServerCertificateJudge(ReadOnlyMemory<byte> certificate, CancellationToken cancellation);
