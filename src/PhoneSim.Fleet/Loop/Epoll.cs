using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PhoneSim.Fleet.Loop;

/// <summary>One epoll set. <c>struct epoll_event</c> is packed on x86 and x64 and aligned elsewhere, so its fields are found by offset.</summary>
internal sealed unsafe class Epoll : IDisposable
{
    private const int Room = 256;
    private static readonly int DataOffset = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 4 : 8;
    private static readonly int EventSize = DataOffset + 8;

    private readonly int descriptor;
    private readonly byte[] events = new byte[Room * EventSize];

    public Epoll()
    {
        descriptor = Libc.EpollCreate(0x80000);
        if (descriptor < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public void Add(int fd)
    {
        byte* change = stackalloc byte[16];
        *(uint*)change = Libc.EpollIn;
        *(int*)(change + DataOffset) = fd;
        if (Libc.EpollControl(descriptor, Libc.EpollAdd, fd, change) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>Descriptors that can be read, into <paramref name="ready"/>; a closed one leaves the set by itself.</summary>
    /// <returns>How many.</returns>
    public int Wait(Span<int> ready, int milliseconds)
    {
        fixed (byte* first = events)
        {
            int count = Libc.EpollWait(descriptor, first, Math.Min(Room, ready.Length), milliseconds);
            for (int i = 0; i < count; i++)
                ready[i] = *(int*)(first + (i * EventSize) + DataOffset);
            return Math.Max(0, count);
        }
    }

    public void Dispose() => _ = Libc.Close(descriptor);
}
