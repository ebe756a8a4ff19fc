using PhoneSim.Fleet.Loop;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet.Tftp;

/// <summary>What one transfer is about.</summary>
internal sealed record LoopTransferParts(FetchRequest Request, TftpSettings Settings, PeerAddress Server, Loss? Loss);
