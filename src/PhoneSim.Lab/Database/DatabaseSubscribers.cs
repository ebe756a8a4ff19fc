using PhoneSim.Lab.Sccp;
using PhoneSim.Lab.Sip;

namespace PhoneSim.Lab.Database;

/// <summary>Who may register: the lines and devices of the database, as of now.</summary>
public sealed class DatabaseSubscribers(PhoneDatabase database) : ISipSubscribers, ISccpDevices
{
    public SipSubscriber? Find(string line) =>
        database.Phones.FirstOrDefault(phone => phone.Line == line) is { } phone ? new(line, new(phone.DigestUser, phone.DigestPassword)) : null;

    public bool Knows(string deviceName) => PhoneDatabase.IsDeviceName(deviceName) && database.Find(deviceName) is not null;
}
