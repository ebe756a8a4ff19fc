using System.Net;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>Whom the relay passes requests on to.</summary>
internal interface IScenarioServer : IAsyncDisposable
{
    IPEndPoint Tftp { get; }

    /// <summary>0: none; so for the next.</summary>
    int HttpPort { get; }

    int HttpsPort { get; }

    /// <summary>Puts contents in the place of what the server has, and takes earlier ones back.</summary>
    void Offer(IReadOnlyDictionary<string, ScenarioAnswer> answers);
}
