namespace PhoneSim.Formats.Configuration;

/// <summary>
/// The configuration for a phone that the call manager does not know. Call managers write it with root <c>Default</c>: <c>callManagerGroup</c> and <c>TVS</c> directly
/// below it, <c>loadInformation404</c> for each model by its number (observed: such files published by their owners). That phones take root <c>device</c> under its name as well is assumed.
/// </summary>
public static class DefaultConfiguration
{
    public const string Root = "Default";

    /// <summary>In either case: <c>XMLDefault.cnf.xml</c>, signed or not, and <c>XMLDefault7960.cnf.xml</c>.</summary>
    public static bool IsNamed(string file) => file.StartsWith("XMLDefault", StringComparison.OrdinalIgnoreCase);
}
