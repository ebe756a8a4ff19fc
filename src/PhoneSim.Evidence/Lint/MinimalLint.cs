using PhoneSim.Formats.Configuration;

namespace PhoneSim.Evidence.Lint;

/// <summary>A minimal configuration: what anybody may read, and enough for the phone to get the rest.</summary>
internal sealed class MinimalLint(ConfigurationElement root, PhoneConfiguration configuration, LintFindings findings)
{
    public void Read()
    {
        foreach (ConfigurationElement secret in ConfigurationSecrets.In(root))
            findings.Add(LintRules.SecretInMinimal, secret, $"<{secret.Name}> in a minimal file: anybody on the way reads it", "leave it out; it belongs in the .enc.sgn");
        if (configuration.CallManagers.Count > 0)
            findings.Add(LintRules.MinimalContent, root.Find("devicePool").First(), "call managers in a minimal file: phones do not look at them there", "leave them out");
        if (configuration.Lines.Count > 0)
            findings.Add(LintRules.MinimalContent, root.Find("sipProfile").First(), "lines in a minimal file: phones do not look at them there", "leave them out");
        if (configuration.CertHash is null)
            findings.Add(LintRules.MinimalHash, root, "no certHash: the phone cannot know for which certificate the .enc.sgn was made", "add certHash, the MD5 of the phone's certificate, blank before the first LSC");
        if (!configuration.EncrConfig)
            findings.Add(LintRules.MinimalEncrypted, root.Find("encrConfig").FirstOrDefault() ?? root, "encrConfig is not true: the phone does not ask the .enc.sgn and stays with this file", "set encrConfig to true");
    }
}
