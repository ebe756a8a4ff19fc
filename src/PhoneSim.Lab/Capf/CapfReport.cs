using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Capf;

/// <param name="Certificate">X.509 DER of the LSC installed or of the certificate fetched; else empty.</param>
/// <param name="Why">A phrase without a full stop.</param>
public sealed record CapfReport(string DeviceName, CapfOperation Operation, bool Succeeded, ReadOnlyMemory<byte> Certificate, string Why);
