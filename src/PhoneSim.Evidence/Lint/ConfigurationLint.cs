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
            root = ConfigurationElement.Parse(xml);
            configuration = PhoneConfiguration.Parse(xml);
        }
        catch (MalformedDataException e)
        {
            XmlException? at = e.InnerException as XmlException;
            findings.Add(LintRules.XmlMalformed, new LintPlace(at?.LineNumber, at?.LinePosition), e.Reason, "a phone discards the whole file");
            return;
        }

        new VocabularyLint(findings).Read(root);
        LintLoad(root, configuration);
        new SecurityLint(root, configuration, input.Profile, findings).Read();
        if (configuration.FullConfig)
            LintFull(root, configuration);
        else
            new MinimalLint(root, configuration, findings).Read();
    }

    private void LintFull(ConfigurationElement root, PhoneConfiguration configuration)
    {
        if (configuration.CallManagers.Count == 0)
            findings.Add(LintRules.CallManagers, root, "no call manager with a processNodeName: the phone cannot register", "add device/devicePool/callManagerGroup/members/member/callManager");
        bool isDefault = input.Name.StartsWith("XMLDefault", StringComparison.OrdinalIgnoreCase);
        if (input.Profile.Protocol == SignallingProtocol.Sip && !isDefault && !configuration.Lines.Any(line => line.Name.Length > 0))
            findings.Add(LintRules.Lines, root, "no line with a name: the phone shows Unprovisioned", "add device/sipProfile/sipLines/line with a name");
        if (!IsEncrypted && ConfigurationSecrets.In(root) is [var first, ..] secrets)
            findings.Add(LintRules.SecretInClear, first, $"anybody on the way reads {string.Join(", ", secrets.Select(s => s.Name).Distinct())}", "phonesim encrypt makes the .enc.sgn and a minimal file of it");
    }

    private void LintLoad(ConfigurationElement root, PhoneConfiguration configuration)
    {
        FirmwareProfile profile = input.Profile;
        if (root.Find("deviceProtocol").FirstOrDefault() is { Text.Length: > 0 } protocol && !protocol.Text.Equals(profile.Protocol.ToString(), StringComparison.OrdinalIgnoreCase))
            findings.Add(LintRules.ValueProtocol, protocol, $"deviceProtocol is {protocol.Text}, and a {profile.Name} speaks {Word(profile.Protocol)}: the phone waits for other firmware", $"set it to {Word(profile.Protocol)}");
        if (root.Find("loadInformation").FirstOrDefault() is not { } element || configuration.LoadInformation is not { Length: > 0 } load || load == profile.Load || LoadNames.Of(load) is not { } known)
            return;
        if (!known.Models.Contains(profile.Model))
            findings.Add(LintRules.LoadModel, element, $"{load} is a load of {string.Join(", ", known.Models)}, not of a {profile.Model}: the phone cannot run it", $"name one of this model, such as {profile.Load}, or none");
        else if (known.Protocol != profile.Protocol)
            findings.Add(LintRules.LoadProtocol, element, $"{load} is a {Word(known.Protocol)} load, and a {profile.Name} speaks {Word(profile.Protocol)}: the phone would change its protocol", $"name one of this protocol, such as {profile.Load}, or none");
    }

    private static string Word(SignallingProtocol protocol) => protocol.ToString().ToUpperInvariant();
}
