using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using HdrHistogram;
using HdrHistogram.Utilities;

namespace PhoneSim.Fleet.Results;

/// <summary>Histograms as text: HdrHistogram's own compressed encoding in base 64, exact.</summary>
internal static class HistogramText
{
    public static string Write(HistogramBase histogram)
    {
        ByteBuffer buffer = ByteBuffer.Allocate(histogram.GetNeededByteBufferCapacity());
        int length = histogram.EncodeIntoCompressedByteBuffer(buffer);
        return Convert.ToBase64String(buffer.ToArray(length));
    }

    /// <exception cref="FleetDataException"/>
    // The library finds these constructors by reflection; a trimmed program would lack them.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(LongHistogram))]
    public static HistogramBase Read(string text)
    {
        try
        {
            return HistogramEncoding.DecodeFromCompressedByteBuffer(ByteBuffer.Allocate(Convert.FromBase64String(text)), PhaseLimit);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidDataException or IndexOutOfRangeException or InvalidOperationException)
        {
            throw new FleetDataException($"a histogram cannot be read: {e.Message}");
        }
    }

    private const long PhaseLimit = Measure.PhaseHistograms.HighestMicroseconds;

    private static byte[] ToArray(this ByteBuffer buffer, int length)
    {
        byte[] bytes = new byte[length];
        buffer.Position = 0;
        for (int i = 0; i < length; i++)
            bytes[i] = buffer.Get();
        return bytes;
    }
}
