using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Lab.Files;

/// <summary>The full configuration of a phone, elements as in phone-behaviour.md 2.</summary>
internal static class ConfigurationTemplate
{
    public static byte[] Full(LabPhone phone, FirmwareProfile profile, Cluster cluster) => Stamped($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <device>
          <fullConfig>true</fullConfig>
          <deviceProtocol>{(profile.Protocol == SignallingProtocol.Sip ? "SIP" : "SCCP")}</deviceProtocol>
          <ipAddressMode>0</ipAddressMode>
          <devicePool>
            <dateTimeSetting><dateTemplate>D/M/Y</dateTemplate><timeZone>GMT Standard/Daylight Time+0</timeZone></dateTimeSetting>
            {CallManagers(cluster)}
          </devicePool>
          {Tvs(cluster)}
          <sipProfile>
            <sipLines>
              <line button="1" lineIndex="1"><featureID>9</featureID><featureLabel>{Xml(phone.Line)}</featureLabel><name>{Xml(phone.Line)}</name><displayName>{Xml(phone.Line)}</displayName>{Credentials(phone)}</line>
            </sipLines>
          </sipProfile>
          <commonProfile>{Password(phone)}</commonProfile>
          <loadInformation>{Xml(profile.Load)}</loadInformation>
          <vendorConfig><settingsAccess>1</settingsAccess><webAccess>1</webAccess><sshAccess>1</sshAccess></vendorConfig>
          <deviceSecurityMode>{phone.SecurityMode.ToString(CultureInfo.InvariantCulture)}</deviceSecurityMode>
          <transportLayerProtocol>{(phone.SecurityMode > 1 ? 3 : 1)}</transportLayerProtocol>
          <capfAuthMode>{CapfMode(phone)}</capfAuthMode>
          <capfList><capf><phonePort>{cluster.CapfPort}</phonePort><processNodeName>{cluster.Address}</processNodeName></capf></capfList>
          <certHash></certHash>
          <encrConfig>{(phone.EncryptedConfig ? "true" : "false")}</encrConfig>
        </device>

        """);

    /// <summary><c>XMLDefault.cnf.xml</c>, with the root that call managers write: call managers and TVS, no lines.</summary>
    public static byte[] Default(Cluster cluster) => Utf8($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Default>
          {CallManagers(cluster)}
          {Tvs(cluster)}
        </Default>

        """);

    /// <summary>With a version stamp that changes whenever the content does: <c>check-version</c> compares it.</summary>
    private static byte[] Stamped(string xml)
    {
        Guid stamp = new(SHA256.HashData(Utf8(xml)).AsSpan(0, 16));
        return Utf8(xml.Replace("</device>", $"  <versionStamp>{stamp:B}</versionStamp>\n</device>", StringComparison.Ordinal));
    }

    private static string CallManagers(Cluster cluster) => string.Create(CultureInfo.InvariantCulture,
        $"""<callManagerGroup><members><member priority="0"><callManager><ports><ethernetPhonePort>{cluster.SccpPort}</ethernetPhonePort><sipPort>{cluster.SipPort}</sipPort><securedSipPort>{cluster.SecuredSipPort}</securedSipPort></ports><processNodeName>{cluster.Address}</processNodeName></callManager></member></members></callManagerGroup>""");

    private static string Tvs(Cluster cluster) => string.Create(CultureInfo.InvariantCulture,
        $"<TVS><members><member priority=\"0\"><port>{cluster.TvsPort}</port><address>{cluster.Address}</address></member></members></TVS>");

    /// <summary>0 while no operation waits: any other mode tells the phone to start a session (assumed).</summary>
    private static int CapfMode(LabPhone phone) => phone.Capf == CapfOperation.None ? 0 : (int)phone.CapfMode;

    private static string Credentials(LabPhone phone) => phone.ExcludeDigest
        ? ""
        : $"<authName>{Xml(phone.DigestUser)}</authName><authPassword>{Xml(phone.DigestPassword.Reveal())}</authPassword>";

    private static string Password(LabPhone phone) => phone.SettingsPassword is null ? "" : $"<phonePassword>{Xml(phone.SettingsPassword.Reveal())}</phonePassword>";

    private static string Xml(string text) => SecurityElement.Escape(text)!;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
}
