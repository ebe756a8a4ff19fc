namespace PhoneSim.Phone.Fetching;

/// <param name="SizeLimit">Bytes; one more is <see cref="FetchAnswer.TooBig"/>.</param>
public sealed record FetchRequest(string FileName, ServerEndPoint Server, int SizeLimit);
