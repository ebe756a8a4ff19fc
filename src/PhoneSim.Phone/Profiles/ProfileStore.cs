using System.Collections.Concurrent;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles.Json;

namespace PhoneSim.Phone.Profiles;

/// <summary>The built-in profiles and those of the user's folders, by name, in either case. A profile is read when it is asked for. Safe for any number of threads.</summary>
public sealed class ProfileStore
{
    private readonly ProfileFiles files;
    private readonly ConcurrentDictionary<string, FirmwareProfile> found = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folders">The user's own; a file <c>NAME.json</c> there replaces the built-in one of that name, and may extend it.</param>
    public ProfileStore(params IEnumerable<string> folders) => files = new(folders);

    /// <summary>The profiles a phone can have, by name; family files (<c>"abstract": true</c>) are not among them. Reads every file.</summary>
    /// <exception cref="DocumentException">A folder cannot be used.</exception>
    public IReadOnlyList<string> Names
    {
        get
        {
            ThrowIfAny(files.Errors);
            return [.. files.All.Where(f => !f.IsAbstract).Select(f => f.Name)];
        }
    }

    /// <summary>Null: there is no such profile.</summary>
    /// <exception cref="DocumentException">The profile, one it extends or a folder is not valid: all errors at once.</exception>
    public FirmwareProfile? Find(string name)
    {
        ThrowIfAny(files.Errors);
        if (found.TryGetValue(name, out FirmwareProfile? known))
            return known;
        if (files[name] is not { IsAbstract: false } file)
            return null;
        List<DocumentError> errors = [];
        FirmwareProfile? profile = Bind(file, errors);
        ThrowIfAny(errors);
        return found.GetOrAdd(name, profile!);
    }

    /// <summary>A profile with some fields of its own, as a file that extends it would have; null: there is no such profile, or there are mistakes.</summary>
    /// <param name="errors">Receives the mistakes; those in fields of the profile itself, which the own ones do not go with, at the place of the own ones.</param>
    public FirmwareProfile? Extend(string name, ObjectNode own, FieldErrors errors)
    {
        if (files[name] is not { IsAbstract: false } file || Inheritance.Of(file, files, []) is not { IsWhole: true, Profile: { } profile })
            return null;
        List<DocumentError> mistakes = [];
        FirmwareProfile bound = ProfileBinder.Bind(file.Name, own.Over(profile), new(mistakes, isWhole: true));
        foreach (DocumentError mistake in mistakes)
            errors.Add(mistake.File == own.File ? mistake : own.Error(mistake.Path, mistake.Message));
        return mistakes.Count == 0 ? bound : null;
    }

    /// <summary>All errors of all files, families without a phone included; empty when everything is well.</summary>
    public IReadOnlyList<DocumentError> Validate()
    {
        List<DocumentError> errors = [.. files.Errors];
        foreach (ProfileFile file in files.All)
            Bind(file, errors);
        return InOrder(errors);
    }

    /// <summary>Names near a mistyped one, nearest first; at most three.</summary>
    public IReadOnlyList<string> Suggest(string name) => EditDistance.Nearest(name, Names);

    private FirmwareProfile? Bind(ProfileFile file, List<DocumentError> errors)
    {
        Inheritance inheritance = Inheritance.Of(file, files, errors);
        return inheritance.Profile is { } profile
            ? ProfileBinder.Bind(file.Name, profile, new(errors, isWhole: inheritance.IsWhole && !file.IsAbstract))
            : null;
    }

    private static void ThrowIfAny(IReadOnlyList<DocumentError> errors)
    {
        if (errors.Count > 0)
            throw new DocumentException(InOrder(errors));
    }

    private static List<DocumentError> InOrder(IEnumerable<DocumentError> errors) =>
        [.. errors.Distinct().OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column)];
}
