using System.Globalization;
using System.Net;
using PhoneSim.Formats.Tftp;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Checks;

/// <summary>RFC 1350 and its options, seen from the client.</summary>
internal static class TftpChecks
{
    public const string Answers = "tftp.answers";

    private const int Parallel = 20;

    public static IReadOnlyList<Check> All { get; } =
    [
        new(Answers, "RFC 1350", "the server answers every read request", "shows TFTP timeout and uses the configuration in flash", c => c.Files.FirstOrDefault(f => f.Value.Answer is not (FetchAnswer.Ok or FetchAnswer.NotFound or FetchAnswer.TftpError)) is { Key: not null } silent
            ? CheckOutcome.Fail($"{silent.Key}: {silent.Value.AnswerText} {silent.Value.Detail}") : CheckOutcome.Pass($"{c.Files.Count} files asked for")),
        new("tftp.absent-file", "RFC 1350 section 5; boot.md 3", "an absent file is error 1, so that the phone asks the next name", "stops asking further names", AbsentFileAsync),
        new("tftp.transfer-id", "RFC 1350 section 4", "a transfer has a port of its own", "takes it all the same; many phones at once would disturb each other", TransferIdAsync),
        new("tftp.foreign-transfer-id", "RFC 1350 section 4", "an acknowledgement from another port changes nothing", "may get a broken file when packets go astray", ForeignTransferIdAsync),
        new("tftp.retransmits", "RFC 1350 section 2", "a block whose acknowledgement is lost comes again", "waits for its own retransmission, or times out", RetransmitsAsync),
        new("tftp.whole-file", "RFC 1350 section 6", "a file asked twice is the same", "refuses what does not verify", WholeFileAsync),
        new("tftp.block-size", "RFC 2348", "blksize is honoured or left out, never raised", "ends the transfer with error 8", BlockSizeAsync),
        new("tftp.transfer-size", "RFC 2349", "tsize is the length of the file or left out", "reserves wrong room", TransferSizeAsync),
        new("tftp.timeout-option", "RFC 2349", "timeout is taken over unchanged or left out", "ends the transfer with error 8", TimeoutOptionAsync),
        new("tftp.unknown-option", "RFC 2347", "an unknown option is left out", "ends the transfer with error 8", UnknownOptionAsync),
        new("tftp.no-traversal", "no file outside the root", "../ leads nowhere", "does not ask such names; a stranger does", NoTraversalAsync),
        new("tftp.no-write", "phones only read", "a write request is refused", "never writes; a stranger does", NoWriteAsync),
        new("tftp.block-wrap", "RFC 1350; common practice", "after block 65535 comes block 0", "times out in files of more than 32 MB, firmware for example", BlockWrapAsync),
        new("tftp.parallel", "a site has many phones", $"{Parallel} transfers at once all arrive", "times out and tries again", ParallelAsync),
        new("tftp.garbage", "RFC 1350 section 5", "nonsense does not stop the server", "gets no further answer", GarbageAsync),
    ];

    private static async Task<CheckOutcome> AbsentFileAsync(CheckContext c, CancellationToken cancellation)
    {
        FetchResult result = await c.FetchAsync("SEP0000000000FE.cnf.xml.enc.sgn", c.Profile.Fetch.Tftp, cancellation);
        return CheckOutcome.Of(result.Answer == FetchAnswer.NotFound, $"SEP0000000000FE.cnf.xml.enc.sgn: {result.AnswerText} {result.Detail}");
    }

    private static async Task<CheckOutcome> TransferIdAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Known is not { } file)
            return NoFile();
        using TftpProbe probe = await TftpProbe.OpenAsync(c.Target, cancellation);
        await probe.AskAsync(TftpPackets.ReadRequest(file.Name, []));
        byte[]? first = await probe.ReceiveAsync(cancellation);
        return CheckOutcome.Of(first is not null && probe.From.Port != c.Target.Tftp.Port, first is null ? "no answer" : $"answered from port {probe.From.Port}, asked on {c.Target.Tftp.Port}");
    }

    private static async Task<CheckOutcome> ForeignTransferIdAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Known is not { Content.Length: > 1024 } file)
            return CheckOutcome.Skip("needs a file of more than 1024 bytes");
        using TftpProbe probe = await TftpProbe.OpenAsync(c.Target, cancellation);
        using TftpProbe stranger = await TftpProbe.OpenAsync(c.Target, cancellation);
        await probe.AskAsync(TftpPackets.ReadRequest(file.Name, []));
        if (await probe.ReceiveAsync(cancellation) is null)
            return CheckOutcome.Fail("no answer");
        await stranger.SendAsync(TftpPackets.Acknowledgement(1), probe.From);
        await stranger.SendAsync(TftpPackets.Error(TftpErrorCode.NotDefined, "from elsewhere"), probe.From);
        await probe.AcknowledgeAsync(1);
        byte[]? second = await ReceiveBlockAsync(probe, 2, cancellation);
        return CheckOutcome.Of(second is not null, second is null ? "the transfer ended after a packet from another port" : "the transfer went on");
    }

    private static async Task<CheckOutcome> RetransmitsAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Known is not { } file)
            return NoFile();
        using TftpProbe probe = await TftpProbe.OpenAsync(c.Target, cancellation);
        await probe.AskAsync(TftpPackets.ReadRequest(file.Name, []));
        byte[]? first = await probe.ReceiveAsync(cancellation);
        byte[]? again = first is null ? null : await probe.ReceiveAsync(cancellation, patiences: 3);
        await probe.SendAsync(TftpPackets.Error(TftpErrorCode.NotDefined, "enough"), probe.From);
        return CheckOutcome.Of(first is not null && again is not null && first.AsSpan().SequenceEqual(again), $"first {TftpProbe.Describe(first)}, without an acknowledgement {TftpProbe.Describe(again)}");
    }

    private static async Task<CheckOutcome> WholeFileAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Known is not { } file)
            return NoFile();
        FetchResult again = await c.FetchAsync(file.Name, new(), cancellation);
        return CheckOutcome.Of(again.Answer == FetchAnswer.Ok && again.Content.Span.SequenceEqual(file.Content.Span), $"{file.Name}: {again.AnswerText}, {again.Content.Length} bytes after {file.Content.Length}");
    }

    private static Task<CheckOutcome> BlockSizeAsync(CheckContext c, CancellationToken cancellation) => OptionAsync(c, new(TftpOption.BlockSize, "1024"), (file, answer) => answer switch
    {
        { Opcode: TftpOpcode.OptionAcknowledgement } oack => oack.Options.All(o => o.Name == TftpOption.BlockSize && Number(o.Value) is >= 8 and <= 1024),
        { Opcode: TftpOpcode.Data } data => data.Payload.Length == Math.Min(512, file.Length),
        { Opcode: TftpOpcode.Error, ErrorCode: TftpErrorCode.OptionsRefused } => true,
        _ => false,
    }, cancellation);

    private static Task<CheckOutcome> TransferSizeAsync(CheckContext c, CancellationToken cancellation) => OptionAsync(c, new(TftpOption.TransferSize, "0"), (file, answer) => answer switch
    {
        { Opcode: TftpOpcode.OptionAcknowledgement } oack => oack.Options.All(o => o.Name == TftpOption.TransferSize && Number(o.Value) == file.Length),
        { Opcode: TftpOpcode.Data } or { ErrorCode: TftpErrorCode.OptionsRefused } => true,
        _ => false,
    }, cancellation);

    private static Task<CheckOutcome> TimeoutOptionAsync(CheckContext c, CancellationToken cancellation) => OptionAsync(c, new(TftpOption.Timeout, "2"), (_, answer) => answer switch
    {
        { Opcode: TftpOpcode.OptionAcknowledgement } oack => oack.Options.All(o => o.Name == TftpOption.Timeout && Number(o.Value) == 2),
        { Opcode: TftpOpcode.Data } or { ErrorCode: TftpErrorCode.OptionsRefused } => true,
        _ => false,
    }, cancellation);

    private static Task<CheckOutcome> UnknownOptionAsync(CheckContext c, CancellationToken cancellation) => OptionAsync(c, new("x-phonesim", "1"), (_, answer) => answer switch
    {
        { Opcode: TftpOpcode.OptionAcknowledgement } oack => oack.Options.All(o => o.Name != "x-phonesim"),
        { Opcode: TftpOpcode.Data } => true,
        _ => false,
    }, cancellation);

    private delegate bool OptionVerdict(ReadOnlyMemory<byte> file, TftpPacket answer);

    private static async Task<CheckOutcome> OptionAsync(CheckContext c, TftpOption option, OptionVerdict isRight, CancellationToken cancellation)
    {
        if (c.Known is not { } file)
            return NoFile();
        using TftpProbe probe = await TftpProbe.OpenAsync(c.Target, cancellation);
        await probe.AskAsync(TftpPackets.ReadRequest(file.Name, [option]));
        byte[]? answer = await probe.ReceiveAsync(cancellation);
        if (answer is not null)
            await probe.SendAsync(TftpPackets.Error(TftpErrorCode.NotDefined, "enough"), probe.From);
        bool right = answer is not null && CheckContext.WhyMalformed(() => TftpPacket.Parse(answer)) is null && isRight(file.Content, TftpPacket.Parse(answer));
        return CheckOutcome.Of(right, $"asked {option.Name}={option.Value}: {TftpProbe.Describe(answer)}");
    }

    private static Task<CheckOutcome> NoTraversalAsync(CheckContext c, CancellationToken cancellation) =>
        RefusedAsync(c, TftpPackets.ReadRequest("../../../../../../../../etc/passwd", []), "../../etc/passwd", cancellation);

    private static Task<CheckOutcome> NoWriteAsync(CheckContext c, CancellationToken cancellation) =>
        RefusedAsync(c, [0, 2, .. "phonesim-check.tmp\0octet\0"u8], "a write request", cancellation);

    private static async Task<CheckOutcome> RefusedAsync(CheckContext c, byte[] request, string what, CancellationToken cancellation)
    {
        using TftpProbe probe = await TftpProbe.OpenAsync(c.Target, cancellation);
        await probe.AskAsync(request);
        byte[]? answer = await probe.ReceiveAsync(cancellation);
        bool refused = answer is null or [0, (byte)TftpOpcode.Error, ..];
        if (!refused)
            await probe.SendAsync(TftpPackets.Error(TftpErrorCode.NotDefined, "enough"), probe.From);
        return CheckOutcome.Of(refused, $"{what}: {TftpProbe.Describe(answer)}");
    }

    private static async Task<CheckOutcome> GarbageAsync(CheckContext c, CancellationToken cancellation)
    {
        using (TftpProbe probe = await TftpProbe.OpenAsync(c.Target, cancellation))
            foreach (byte[] packet in (byte[][])[[], [0], [0xff, 0xff, 0xff], [0, 1], [0, 1, 65], [0, 3, 0, 1, 65]])
                await probe.AskAsync(packet);
        FetchResult after = await c.FetchAsync(c.Known?.Name ?? FileNames.Signed(c.Target.Device), new(), cancellation);
        return CheckOutcome.Of(after.Answer is FetchAnswer.Ok or FetchAnswer.NotFound, $"after nonsense: {after.AnswerText}");
    }

    private static async Task<CheckOutcome> BlockWrapAsync(CheckContext c, CancellationToken cancellation)
    {
        const int block = 8;
        if (c.Target.LargeFile is not { } name)
            return CheckOutcome.Skip($"needs a file of more than {65536 * block} bytes on the server; --large-file NAME");
        FetchResult result = await c.FetchAsync(name, new() { BlockSize = block }, cancellation);
        FetchResult plain = await c.FetchAsync(name, new() { BlockSize = 1400 }, cancellation);
        if (plain.Answer != FetchAnswer.Ok || plain.Content.Length <= 65536 * block)
            return CheckOutcome.Skip($"{name}: {plain.AnswerText}, {plain.Content.Length} bytes; more than {65536 * block} needed");
        return CheckOutcome.Of(result.Answer == FetchAnswer.Ok && result.Content.Span.SequenceEqual(plain.Content.Span), $"{name} in blocks of {block}: {result.AnswerText}, {result.Content.Length} of {plain.Content.Length} bytes");
    }

    private static async Task<CheckOutcome> ParallelAsync(CheckContext c, CancellationToken cancellation)
    {
        if (c.Known is not { } file)
            return NoFile();
        FetchResult[] results = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => c.FetchAsync(file.Name, new(), cancellation)));
        int whole = results.Count(r => r.Answer == FetchAnswer.Ok && r.Content.Length == file.Content.Length);
        return CheckOutcome.Of(whole == Parallel, $"{whole} of {Parallel} arrived");
    }

    /// <summary>That block, past repetitions of the one before; null: it does not come.</summary>
    private static async Task<byte[]?> ReceiveBlockAsync(TftpProbe probe, ushort block, CancellationToken cancellation)
    {
        for (int i = 0; i < 4; i++)
        {
            IPEndPoint peer = probe.From;
            byte[]? packet = await probe.ReceiveAsync(cancellation);
            if (packet is null || !probe.From.Equals(peer))
                return null;
            if (packet is [0, (byte)TftpOpcode.Data, var high, var low, ..] && ((high << 8) | low) == block)
                return packet;
        }

        return null;
    }

    private static CheckOutcome NoFile() => CheckOutcome.Skip("the server has no file for this phone; --mac names another");

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;
}
