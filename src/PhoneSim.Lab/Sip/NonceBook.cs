using System.Security.Cryptography;

namespace PhoneSim.Lab.Sip;

/// <summary>Nonces that were given out, and how often each was answered.</summary>
internal sealed class NonceBook(TimeProvider time, TimeSpan lifetime)
{
    /// <summary>Our choice; the oldest go first.</summary>
    private const int Capacity = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, uint Count)> nonces = [];
    private readonly Queue<string> order = new();

    public string Issue()
    {
        string nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        lock (gate)
        {
            nonces[nonce] = (time.GetUtcNow(), 0);
            order.Enqueue(nonce);
            while (order.Count > Capacity)
                nonces.Remove(order.Dequeue());
        }

        return nonce;
    }

    /// <summary>False: unknown, too old, or answered with that count before; 0 is for answers that do not count.</summary>
    public bool Use(string nonce, uint count)
    {
        lock (gate)
        {
            if (!nonces.TryGetValue(nonce, out (DateTimeOffset Since, uint Count) known) || time.GetUtcNow() - known.Since > lifetime || (count > 0 && count <= known.Count))
                return false;
            nonces[nonce] = (known.Since, count);
            return true;
        }
    }
}
