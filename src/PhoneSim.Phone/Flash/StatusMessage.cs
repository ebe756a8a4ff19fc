namespace PhoneSim.Phone.Flash;

public sealed record StatusMessage(DateTimeOffset Time, string Text);
