using PhoneSim.Formats.Sccp;
using PhoneSim.Network.Sccp;

namespace PhoneSim.Lab.Sccp;

/// <summary>One phone's connection: answers and resets are sent one at a time.</summary>
internal sealed class SccpPeer(SccpChannel channel) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Null: not registered.</summary>
    public string? Device { get; set; }

    public async Task SendAsync(SccpMessage message)
    {
        await turn.WaitAsync();
        try
        {
            await channel.SendAsync(message);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
