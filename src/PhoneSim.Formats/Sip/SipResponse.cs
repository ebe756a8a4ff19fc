namespace PhoneSim.Formats.Sip;

/// <param name="Status">100 … 699.</param>
public sealed record SipResponse(int Status, string Reason) : SipMessage
{
    public override string StartLine => $"{Version} {Status} {Reason}";

    public bool IsProvisional => Status < 200;
}
