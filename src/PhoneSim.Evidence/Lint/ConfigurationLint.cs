using System.Xml;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Lint;

/// <summary>Configuration XML: its words first, then what they say together.</summary>
internal sealed class ConfigurationLint(LintInput input, LintFindings findings)
{
    /// <summary>The XML was inside an encrypted file.</summary>
    public bool IsEncrypted { get; init; }

    public void Read(ReadOnlyMemory<byte> xml)
    {
        ConfigurationElement root;
        PhoneConfiguration configuration;
        try
        {
            root = ConfigurationElement.Parse(xml, input.Name);
            configuration = PhoneConfiguration.Parse(xml, input.Name);
        }
        catch (MalformedDataException e)
        {
            XmlException? at = e.InnerException as XmlException;
            findings.Add(LintRules.XmlMalformed, new LintPlace(at?.LineNumber, at?.LinePosition), e.Reason, "a phone discards the whole file");
            return;
        }

        new VocabularyLint(findings).Read(root);
        LintLoad(root);
        new SecurityLint(root, configuration, input.Profile, findings).Read();
        if (configuration.FullConfig)
            LintFull(root, configuration);
        else
            new MinimalLint(root, configuration, findings).Read();
    }

    private void LintFull(ConfigurationElement root, PhoneConfiguration configuration)
    {
        if (configuration.CallManagers.Count == 0)
            findings.Add(LintRules.CallManagers, root, "no call manager with a processNodeName: the phone cannot register", $"add {(root.Name == DefaultConfiguration.Root ? root.Name : "device/devicePool")}/callManagerGroup/members/member/callManager");
        if (input.Profile.Protocol == SignallingProtocol.Sip && !DefaultConfiguration.IsNamed(input.Name) && configuration.Lines.Count == 0)
            findings.Add(LintRules.Lines, root, "no line with a name: the phone shows Unprovisioned", "add device/sipProfile/sipLines/line with a name");
        if (!IsEncrypted && ConfigurationSecrets.In(root) is [var first, ..] secrets)
            findings.Add(LintRules.SecretInClear, first, $"anybody on the way reads {string.Join(", ", secrets.Select(s => s.Name).Distinct())}", "phonesim encrypt makes the .enc.sgn and a minimal file of it");
    }

    private void LintLoad(ConfigurationElement root)
    {
        FirmwareProfile profile = input.Profile;
        if (root.Find("deviceProtocol").FirstOrDefault() is { Text.Length: > 0 } protocol && !protocol.Text.Equals(profile.Protocol.ToString(), StringComparison.OrdinalIgnoreCase))
            findings.Add(LintRules.ValueProtocol, protocol, $"deviceProtocol is {protocol.Text}, and a {profile.Name} speaks {Word(profile.Protocol)}: the phone waits for other firmware", $"set it to {Word(profile.Protocol)}");
        if (LoadOf(root, profile) is not { Text: { Length: > 0 } load } element || profile.Runs(load) || KnownProfiles.WithLoad(load) is not [_, ..] owners)
            return;
        if (owners.All(owner => owner.Model != profile.Model))
            findings.Add(LintRules.LoadModel, element, $"{load} is a load of {string.Join(", ", owners.Select(owner => owner.Model).Distinct())}, not of a {profile.Model}: the phone cannot run it", $"name one of this model, such as {profile.Load}, or none");
        else
            findings.Add(LintRules.LoadProtocol, element, $"{load} is a {Word(owners[0].Protocol)} load, and a {profile.Name} speaks {Word(profile.Protocol)}: the phone would change its protocol", $"name one of this protocol, such as {profile.Load}, or none");
    }

    /// <summary><see cref="DefaultConfiguration"/> names one for each model.</summary>
    private static ConfigurationElement? LoadOf(ConfigurationElement root, FirmwareProfile profile) =>
        root.Find(root.Name == DefaultConfiguration.Root ? $"loadInformation{profile.ModelNumber}" : "loadInformation").FirstOrDefault();

    private static string Word(SignallingProtocol protocol) => protocol.ToString().ToUpperInvariant();
}
