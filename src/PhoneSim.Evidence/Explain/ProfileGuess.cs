using PhoneSim.Evidence.Lint;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Explain;

/// <summary>The profile that fits a phone's behaviour best, and what speaks for it.</summary>
internal sealed record ProfileGuess(FirmwareProfile Profile, string Basis)
{
    private const int MostOthers = 3;

    public static ProfileGuess Of(PhoneTraffic phone, ProfileStore store)
    {
        (string Fact, int Weight, Func<FirmwareProfile, bool> Fits)[] facts = [.. FactsOf(phone)];
        FirmwareProfile[] best = [.. store.Names.Select(name => store.Find(name)!).GroupBy(p => facts.Where(f => f.Fits(p)).Sum(f => f.Weight)).MaxBy(g => g.Key)!.OrderBy(p => p.Name, StringComparer.Ordinal)];
        string others = best.Length > 1 ? $"; {string.Join(", ", best.Skip(1).Take(MostOthers).Select(p => p.Name))}{(best.Length > MostOthers + 1 ? " and others fit" : best.Length > 2 ? " fit" : " fits")} as well" : "";
        return new(best[0], $"assumed, since {string.Join(", ", facts.Where(f => f.Fits(best[0])).Select(f => f.Fact))}{others}; --profile says it better");
    }

    private static IEnumerable<(string, int, Func<FirmwareProfile, bool>)> FactsOf(PhoneTraffic phone)
    {
        bool usesHttp = phone.Requests.Any(r => r.Transport != TransportKind.Tftp) || phone.Connections.Any(c => c.Server.Port is 6970 or 6971);
        yield return (usesHttp ? "it asks HTTP" : "it asks TFTP only", 4, p => p.Fetch.Transports.Contains(TransportKind.Http) == usesHttp);
        bool asksItl = phone.Requests.Any(r => FileRoles.Of(r.File) is FileRole.Itl or FileRole.SharedItl);
        yield return (asksItl ? "it asks an ITL" : "it asks no ITL", 2, p => p.Trust.AsksItl == asksItl);
        bool asksSigned = phone.Requests.Any(r => FileRoles.Of(r.File) == FileRole.Signed);
        yield return (asksSigned ? "it asks signed names" : "it asks no signed name", 1, p => p.Signing.Behaviour != SigningBehaviour.None == asksSigned);
        if (phone.Requests.Select(r => r.UserAgent).FirstOrDefault(agent => agent.Length > 0) is { } agent)
            yield return ($"it says {Printable.Text(agent, 60)}", 8, p => agent.Contains(p.Model, StringComparison.OrdinalIgnoreCase));
        foreach (PhoneConfiguration configuration in phone.Requests.Select(ClearConfiguration).OfType<PhoneConfiguration>().Take(1))
            if (configuration.LoadInformation is { Length: > 0 } load)
                yield return ($"its configuration names load {Printable.Text(load, 60)}", 8, p => p.Runs(load));
        yield return ("most loads use a public key", 1, p => p.Encryption.Method == EncryptionMethod.PublicKey);
    }

    private static PhoneConfiguration? ClearConfiguration(ObservedRequest request)
    {
        if (request.Answer != FetchAnswer.Ok || FileRoles.Of(request.File) is not (FileRole.Signed or FileRole.Plain))
            return null;
        try
        {
            return PhoneConfiguration.Parse(SignedFile.HasHeader(request.Content.Span) ? SignedFile.Parse(request.Content).Body : request.Content);
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }
}
