using PhoneSim.Lab.Sccp;
using PhoneSim.Lab.Sip;

namespace PhoneSim.Lab.Database;

/// <summary>The phones of the database as those who may register: a SIP line with its digest user, an SCCP device by its name.</summary>
public sealed class DatabaseSubscribers(PhoneDatabase database) : ISipSubscribers, ISccpDevices
{
    public SipSubscriber? Find(string line, string? deviceName) =>
        Phone(line, deviceName) is { } phone ? new(line, new(phone.DigestUser, phone.DigestPassword)) { MustUseTls = phone.SecurityMode > 1 } : null;

    public bool Knows(string deviceName) => PhoneDatabase.IsDeviceName(deviceName) && database.Find(deviceName) is not null;

    /// <summary>By the name of the device where it gives one: looking through all phones takes a file each.</summary>
    private LabPhone? Phone(string line, string? deviceName) => deviceName is null || !PhoneDatabase.IsDeviceName(deviceName)
        ? database.Phones.FirstOrDefault(phone => phone.Line == line)
        : database.Find(deviceName) is { } phone && phone.Line == line ? phone : null;
}
