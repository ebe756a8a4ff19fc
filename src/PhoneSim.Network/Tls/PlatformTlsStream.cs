using System.Net.Security;

namespace PhoneSim.Network.Tls;

/// <summary>SslStream that says close_notify before it closes.</summary>
internal sealed class PlatformTlsStream(Stream transport) : SslStream(transport)
{
    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (IsAuthenticated)
                await ShutdownAsync();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The other side is gone already, or the handshake never came to its end: there is nobody to say good-bye to.
        }
        await base.DisposeAsync();
    }
}
