using PhoneSim.Formats.Configuration;
using System.Security.Cryptography;
using PhoneSim.Formats;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>Values of menu rows that follow from profile and flash alone.</summary>
public static class PhoneFacts
{
    private const int Limit = 60;

    private static readonly Dictionary<string, Func<Source, string>> Facts = new()
    {
        ["model"] = p => p.Profile.Model,
        ["load"] = p => p.Profile.Load,
        ["mac"] = p => p.Device.Mac,
        ["device-name"] = p => p.Device.ToString(),
        ["protocol"] = p => p.Profile.Protocol == SignallingProtocol.Sip ? "SIP" : "SCCP",
        ["mic"] = p => Installed(p.Profile, p.Flash.Mic is not null),
        ["lsc"] = p => Installed(p.Profile, p.Flash.Lsc is not null),
        ["ctl"] = p => Installed(p.Profile, p.Flash.Ctl is not null),
        ["itl"] = p => Installed(p.Profile, p.Flash.Itl is not null),
        ["ctl-signature"] = p => Signature(p.Profile, p.Flash.Ctl, SHA1.HashData),
        ["itl-signature"] = p => Signature(p.Profile, p.Flash.Itl, SHA1.HashData),
        ["ctl-signature-md5"] = p => Signature(p.Profile, p.Flash.Ctl, MD5.HashData),
        ["itl-signature-md5"] = p => Signature(p.Profile, p.Flash.Itl, MD5.HashData),
        ["security-mode"] = p => p.Profile.Texts[SecurityMode(p.Flash)].Text,
        ["configuration"] = p => p.Flash.Configuration?.FileName ?? "",
        ["capf-server"] = p => Shown(p.Configuration?.CapfServers is [var server, ..] ? server.Host : ""),
        ["call-manager"] = p => Shown(p.Configuration?.CallManagers is [var first, ..] ? first.Host : ""),
        ["call-manager-2"] = p => Shown(p.Configuration?.CallManagers is [_, var second, ..] ? second.Host : ""),
        ["line-1"] = p => Shown(p.Configuration?.Lines is [var line, ..] ? line.Name : ""),
        ["web-access"] = p => p.Profile.Texts[WebAccess(p.Configuration)].Text,
        ["dot1x-device-id"] = p => $"{p.Profile.Model}-SEP-{p.Device.Mac}",
    };

    /// <summary>Known to the running phone only.</summary>
    private static readonly string[] OfTheHost = ["phone-state", "tftp-server-1", "tftp-server-2", "up-time", "restart-cause", "files-asked", "files-received", "bytes-received"];

    /// <summary>What a row can show.</summary>
    public static IEnumerable<string> Ids => Facts.Keys.Concat(OfTheHost);

    /// <summary>Also the text of that id. Null: not one of these; the running phone may know it.</summary>
    public static string? Of(string id, DeviceName device, FirmwareProfile profile, FlashContents flash) =>
        Facts.TryGetValue(id, out Func<Source, string>? fact) ? fact(new(device, profile, flash)) : profile.Texts.GetValueOrDefault(id)?.Text;

    private static string Installed(FirmwareProfile profile, bool isInstalled) => profile.Texts[isInstalled ? Texts.Installed : Texts.NotInstalled].Text;

    /// <summary>Of the whole file: SHA-1 is the form of the 8800's "CTL signature" row, MD5 of the 8831's.</summary>
    private static string Signature(FirmwareProfile profile, TrustList? list, Func<ReadOnlySpan<byte>, byte[]> hash) =>
        list is null ? Installed(profile, false) : Convert.ToHexStringLower(hash(list.File.Raw.Span));

    /// <summary><c>webAccess</c> of the configuration: 0 enabled, 1 disabled, 2 read only.</summary>
    private static string WebAccess(PhoneConfiguration? configuration) => configuration?.WebAccess switch
    {
        0 => Texts.Yes,
        2 => Texts.ReadOnly,
        _ => Texts.No,
    };

    private static string SecurityMode(FlashContents flash) => flash.Configuration?.Configuration.DeviceSecurityMode switch
    {
        2 => Texts.Authenticated,
        3 => Texts.Encrypted,
        _ => Texts.NonSecure,
    };

    private static string Shown(string name) => Printable.Text(name, Limit);

    private readonly record struct Source(DeviceName Device, FirmwareProfile Profile, FlashContents Flash)
    {
        public PhoneConfiguration? Configuration => Flash.Configuration?.Configuration;
    }
}
