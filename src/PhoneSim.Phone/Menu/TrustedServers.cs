using System.Net;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Menu;

/// <summary>A trust list locks the TFTP servers to the ones it names (shared/spec/phone-ui.md 3); lists that name no address of a TFTP server lock nothing.</summary>
internal static class TrustedServers
{
    public static bool Allow(FlashContents flash, IPAddress server)
    {
        IPAddress[] named = [.. new[] { flash.Ctl, flash.Itl }.OfType<TrustList>().SelectMany(list => list.Records).Select(AddressOf).OfType<IPAddress>()];
        return named.Length == 0 || named.Contains(server);
    }

    private static IPAddress? AddressOf(TrustListRecord record) =>
        record.Role is not (TrustRole.Tftp or TrustRole.CcmTftp) ? null : record.Address ?? (IPAddress.TryParse(record.DnsName, out IPAddress? address) ? address : null);
}
