using PhoneSim.Formats;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The servers that a trust list in flash names, as rows of the page CTL File or ITL File.</summary>
internal static class TrustFileRows
{
    private const int NameLimit = 60;

    public static IEnumerable<ScreenRow> Of(MenuContext menu, MenuNode page) =>
        page.Kind != MenuKinds.TrustFile ? []
        : from record in (page.Value == "ctl" ? menu.Host.Contents.Ctl : menu.Host.Contents.Itl)?.Records ?? []
          let textId = TextId(record.Role)
          where textId is not null
          select new ScreenRow(menu.Text(textId), Printable.Text(NameOf(record), NameLimit), Openable: false);

    /// <summary>Null: signs lists and serves nothing.</summary>
    private static string? TextId(TrustRole role) => role switch
    {
        TrustRole.Ccm or TrustRole.CcmTftp or TrustRole.Tftp => Texts.TrustServer,
        TrustRole.Capf => Texts.TrustCapf,
        TrustRole.Tvs => Texts.TrustTvs,
        TrustRole.AppServer => Texts.TrustAppServer,
        _ => null,
    };

    private static string NameOf(TrustListRecord record) => record.DnsName ?? record.Address?.ToString() ?? CommonName(record.SubjectName ?? "");

    /// <param name="subject">Attributes, comma-separated: <c>CN=CUCM,O=Lab</c>.</param>
    private static string CommonName(string subject) => subject.Split(',').FirstOrDefault(part => part.StartsWith("CN=", StringComparison.Ordinal))?[3..] ?? subject;
}
