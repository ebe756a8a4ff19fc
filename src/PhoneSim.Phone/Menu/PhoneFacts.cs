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

    /// <summary>Null: not one of these; the running phone may know it.</summary>
    public static string? Of(string id, DeviceName device, FirmwareProfile profile, FlashContents flash) => id switch
    {
        "model" => profile.Model,
        "load" => profile.Load,
        "mac" => device.Mac,
        "device-name" => device.ToString(),
        "protocol" => profile.Protocol == SignallingProtocol.Sip ? "SIP" : "SCCP",
        "mic" => Installed(profile, flash.Mic is not null),
        "lsc" => Installed(profile, flash.Lsc is not null),
        "ctl" => Installed(profile, flash.Ctl is not null),
        "itl" => Installed(profile, flash.Itl is not null),
        "ctl-signature" => Signature(profile, flash.Ctl),
        "itl-signature" => Signature(profile, flash.Itl),
        "security-mode" => profile.Texts[SecurityMode(flash)].Text,
        "configuration" => flash.Configuration?.FileName ?? "",
        "capf-server" => Shown(flash.Configuration?.Configuration.CapfServers is [var server, ..] ? server.Host : ""),
        "call-manager" => Shown(flash.Configuration?.Configuration.CallManagers is [var first, ..] ? first.Host : ""),
        "line-1" => Shown(flash.Configuration?.Configuration.Lines is [var line, ..] ? line.Name : ""),
        _ => null,
    };

    private static string Installed(FirmwareProfile profile, bool isInstalled) => profile.Texts[isInstalled ? Texts.Installed : Texts.NotInstalled].Text;

    /// <summary>SHA-1 of the file, the form of the 8800's "CTL signature" row (MD5 on the 8831).</summary>
    private static string Signature(FirmwareProfile profile, TrustList? list) =>
        list is null ? Installed(profile, false) : Convert.ToHexStringLower(SHA1.HashData(list.File.Raw.Span));

    private static string SecurityMode(FlashContents flash) => flash.Configuration?.Configuration.DeviceSecurityMode switch
    {
        2 => Texts.Authenticated,
        3 => Texts.Encrypted,
        _ => Texts.NonSecure,
    };

    private static string Shown(string name) => Printable.Text(name, Limit);
}
