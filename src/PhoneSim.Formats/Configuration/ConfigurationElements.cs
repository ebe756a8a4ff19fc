namespace PhoneSim.Formats.Configuration;

/// <summary>Where each fact stands in the XML (shared/spec/phone-behaviour.md 2): of a real file, a tenth is looked at.</summary>
internal static class ConfigurationElements
{
    private static readonly ElementRule CallManagerGroup = new("callManagerGroup", new ElementRule("members", new ElementRule("member",
        new ElementRule("callManager",
            new("processNodeName") { Text = d => ref d.Server.Host },
            new("name") { Text = d => ref d.Server.OtherHost },
            new("ports",
                new("sipPort") { Text = d => ref d.Server.SipPort },
                new("securedSipPort") { Text = d => ref d.Server.SecuredSipPort },
                new("ethernetPhonePort") { Text = d => ref d.Server.Port })))
    {
        Attribute = "priority",
        Begins = (d, priority) => d.Server = new() { Priority = priority },
        Ends = d => d.AddCallManager(),
    }));

    private static readonly ElementRule Tvs = new("TVS", new ElementRule("members", new ElementRule("member",
        new("address") { Text = d => ref d.Server.Host },
        new("port") { Text = d => ref d.Server.Port })
    {
        Attribute = "priority",
        Begins = (d, priority) => d.Server = new() { Priority = priority },
        Ends = d => d.AddTvs(),
    }));

    private static readonly ElementRule CapfList = new("capfList", new ElementRule("capf",
        new("processNodeName") { Text = d => ref d.Server.Host },
        new("phonePort") { Text = d => ref d.Server.Port })
    {
        Begins = (d, _) => d.Server = default,
        Ends = d => d.AddCapf(),
    });

    private static readonly ElementRule SipProfile = new("sipProfile", new ElementRule("sipLines", new ElementRule("line",
        new("authName") { Text = d => ref d.Line.AuthName },
        new("authPassword") { Text = d => ref d.Line.AuthPassword })
    {
        Begins = (d, _) => d.Line = default,
        Ends = d => d.KeepCredentials(),
    }));

    private static readonly ElementRule[] Common =
    [
        new("fullConfig") { Text = d => ref d.FullConfig },
        new("encrConfig") { Text = d => ref d.EncrConfig },
        new("certHash") { Text = d => ref d.CertHash },
        new("capfAuthMode") { Text = d => ref d.CapfAuthMode },
        new("loadInformation") { Text = d => ref d.LoadInformation },
        new("deviceSecurityMode") { Text = d => ref d.DeviceSecurityMode },
        new("transportLayerProtocol") { Text = d => ref d.TransportLayerProtocol },
        new("deviceProtocol") { Text = d => ref d.DeviceProtocol },
        new("versionStamp") { Text = d => ref d.VersionStamp },
        new("commonProfile", new ElementRule("phonePassword") { Text = d => ref d.PhonePassword }),
        new("vendorConfig", new("settingsAccess") { Text = d => ref d.SettingsAccess }, new("webAccess") { Text = d => ref d.WebAccess }),
        new("commonConfig", new("settingsAccess") { Text = d => ref d.CommonSettingsAccess }, new("webAccess") { Text = d => ref d.CommonWebAccess }),
        new("enterpriseConfig", new("settingsAccess") { Text = d => ref d.EnterpriseSettingsAccess }, new("webAccess") { Text = d => ref d.EnterpriseWebAccess }),
        CapfList,
        Tvs,
        SipProfile,
    ];

    public static ElementRule Device { get; } = new("device", [.. Common, new("devicePool", CallManagerGroup)]);

    /// <summary>Root of <see cref="DefaultConfiguration"/>: the call managers stand directly below it.</summary>
    public static ElementRule Default { get; } = new(DefaultConfiguration.Root, [.. Common, CallManagerGroup]);

    /// <summary>The lines alone, whatever the root.</summary>
    public static ElementRule Lines { get; } = new("device", new ElementRule("sipProfile", new ElementRule("sipLines", new ElementRule("line",
        new("name") { Text = d => ref d.Line.Name },
        new("displayName") { Text = d => ref d.Line.DisplayName },
        new("featureLabel") { Text = d => ref d.Line.FeatureLabel },
        new("authName") { Text = d => ref d.Line.AuthName },
        new("authPassword") { Text = d => ref d.Line.AuthPassword })
    {
        Attribute = "button",
        Begins = (d, button) => d.Line = new() { Button = button },
        Ends = d => d.AddLine(),
    })));
}
