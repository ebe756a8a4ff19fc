using System.Text;
using PhoneSim.Lab;

namespace PhoneSim.TestSupport.Servers;

/// <summary>SIPp as a server that follows a script for one registration, on a free port of 127.0.0.1.</summary>
public sealed class Sipp : RealServer
{
    public const string Program = "sipp";

    private readonly TemporaryFolder folder;

    private Sipp(int port, string transport, TemporaryFolder folder)
        : base(Program, "-sf", folder.PathOf("scenario.xml"), "-i", "127.0.0.1", "-p", $"{port}", "-t", transport, "-m", "1", "-nostdin", "-timeout", "15s", "-timeout_error") =>
        (Port, this.folder) = (port, folder);

    public int Port { get; }

    /// <param name="overTcp">False: over UDP.</param>
    /// <param name="steps">What is between the scenario's first and last tag.</param>
    public static Sipp Start(bool overTcp, params IEnumerable<string> steps)
    {
        TemporaryFolder folder = new();
        folder.Write("scenario.xml", Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n<scenario name=\"phonesim\">\n{string.Join('\n', steps)}\n</scenario>\n"));
        int port = LastingPorts.Take();
        Sipp server = new(port, overTcp ? "t1" : "u1", folder);
        server.AwaitPorts((overTcp ? "tcp" : "udp", port));
        return server;
    }

    /// <summary>The script went through as it is written.</summary>
    public async Task<bool> SucceededAsync() => await ExitCodeAsync() == 0;

    /// <param name="pattern">A regular expression that the Authorization header must match; empty: nothing is looked at.</param>
    public static string ReceiveRegister(string pattern = "") => pattern.Length == 0
        ? "<recv request=\"REGISTER\" />"
        : $"<recv request=\"REGISTER\"><action><ereg regexp=\"{pattern}\" search_in=\"hdr\" header=\"Authorization:\" check_it=\"true\" assign_to=\"1\" /></action></recv><Reference variables=\"1\" />";

    /// <summary>An answer to the request received last.</summary>
    public static string Answer(string status, params IEnumerable<string> headers) => $"""
        <send><![CDATA[

        SIP/2.0 {status}
        [last_Via:]
        [last_From:]
        [last_To:];tag=sipp[call_number]
        [last_Call-ID:]
        [last_CSeq:]
        {string.Concat(headers.Select(header => header + "\n"))}Content-Length: 0

        ]]></send>
        """;

    /// <summary>NOTIFY with Event: service-control, and the answer it must get.</summary>
    public static string Notify(string action, string registerCallId, int expected) => $$"""
        <send><![CDATA[

        NOTIFY sip:1001@[remote_ip]:[remote_port] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:[local_ip]>;tag=sipp
        To: <sip:1001@[remote_ip]>
        Call-ID: [call_id]
        CSeq: 1 NOTIFY
        Max-Forwards: 70
        Event: service-control
        Subscription-State: active
        Content-Type: text/plain
        Content-Length: [len]

        action={{action}}
        RegisterCallId={{{registerCallId}}}
        ConfigVersionStamp={another}
        ]]></send>
        <recv response="{{expected}}" />
        """;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }
}
