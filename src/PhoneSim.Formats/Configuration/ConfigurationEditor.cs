using System.Xml.Linq;

namespace PhoneSim.Formats.Configuration;

/// <summary>Changes single elements of a configuration, as a call manager does before it offers the file.</summary>
public sealed class ConfigurationEditor
{
    private readonly XElement device;

    /// <exception cref="MalformedDataException"/>
    public ConfigurationEditor(ReadOnlyMemory<byte> xml) => device = ConfigurationReader.Load(xml);

    /// <summary>Sets an element directly below <c>device</c>, adding it when it is missing.</summary>
    public ConfigurationEditor Set(string element, string value)
    {
        device.SetElementValue(element, value);
        return this;
    }

    public ConfigurationEditor RemoveDigestCredentials()
    {
        device.Descendants("line").Elements().Where(e => e.Name.LocalName is "authName" or "authPassword").Remove();
        return this;
    }

    public byte[] ToXml() => ConfigurationWriter.Write(device);
}
