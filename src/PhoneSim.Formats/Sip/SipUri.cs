using System.Text;

namespace PhoneSim.Formats.Sip;

/// <summary>Builds SIP URIs out of names that a configuration brings.</summary>
public static class SipUri
{
    /// <summary><c>sip:user@host</c>.</summary>
    public static string Of(string user, string host) => $"sip:{Escape(user)}@{Host(host)}";

    /// <summary>An IPv6 address in brackets; whatever cannot stand in a host name is dropped.</summary>
    public static string Host(string host)
    {
        string clean = string.Concat(host.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '%'));
        return clean.Contains(':', StringComparison.Ordinal) ? $"[{clean}]" : clean;
    }

    /// <summary>The user part of a SIP URI, unescaped; empty: it has none.</summary>
    public static string UserOf(string uri)
    {
        int start = uri.IndexOf(':', StringComparison.Ordinal) + 1;
        int end = uri.IndexOf('@', StringComparison.Ordinal);
        return end > start ? Uri.UnescapeDataString(uri[start..end].Split(':')[0]) : "";
    }

    /// <summary>Percent signs for everything but the unreserved characters of RFC 3261 and <c>+</c>.</summary>
    private static string Escape(string user)
    {
        StringBuilder escaped = new();
        foreach (byte b in Encoding.UTF8.GetBytes(user))
            escaped.Append(char.IsAsciiLetterOrDigit((char)b) || "-_.!~*'()+".Contains((char)b, StringComparison.Ordinal) ? ((char)b).ToString() : $"%{b:X2}");
        return escaped.ToString();
    }
}
