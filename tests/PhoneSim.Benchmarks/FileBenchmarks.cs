using BenchmarkDotNet.Attributes;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Benchmarks;

/// <summary>One encrypted file: everything the phone does with it, against its bare RSA and AES.</summary>
public class FileBenchmarks
{
    private readonly VectorFiles files = new();
    private readonly ConfigurationReader reader;
    private readonly FetchedFile fetched;
    private readonly FlashContents flash;

    public FileBenchmarks() => (reader, fetched, flash) =
        (new(files.Profile, TimeProvider.System), new(VectorFiles.Encrypted, TransportKind.Tftp, files.EncryptedFile), files.EnrolledWithItl);

    [Benchmark(Baseline = true, Description = "bare RSA and AES")]
    public byte[] Bare() => files.VerifyAndDecrypt();

    [Benchmark(Description = "of it AES")]
    public byte[] AesOnly() => files.AesOnly();

    [Benchmark(Description = "parse, verify, decrypt, read the XML")]
    public object Read() => reader.Read(fetched, flash).Configuration ?? throw new InvalidOperationException("the vector was refused");
}
