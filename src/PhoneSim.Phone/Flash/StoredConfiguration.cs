using PhoneSim.Formats.Configuration;

namespace PhoneSim.Phone.Flash;

/// <summary>The last good configuration.</summary>
/// <param name="FileName">The name it was fetched by, e.g. <c>SEP001122334455.cnf.xml.enc.sgn</c>.</param>
public sealed record StoredConfiguration(string FileName, PhoneConfiguration Configuration);
