using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Database;
using PhoneSim.Lab.Pki;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Lab.Files;

/// <summary>The files a call manager offers, made from its database: what exists, under which name, and encrypted how (seed, Overview).</summary>
public static class PhoneFiles
{
    private static readonly Version SignerVersion = new(1, 0);
    private static readonly Version EcSignerVersion = new(1, 1);

    /// <summary>Every name that may be offered for a phone.</summary>
    public static IReadOnlyList<string> NamesOf(string phone) => [$"{phone}.cnf.xml", $"{phone}.cnf.xml.sgn", $"{phone}.cnf.xml.enc.sgn", $"CTL{phone}.tlv", $"ITL{phone}.tlv"];

    /// <summary>Exactly the files that are offered for the phone now; a new AES key each time.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(LabPhone phone, FirmwareProfile profile, Cluster cluster, LabPki pki, DateTimeOffset now)
    {
        Dictionary<string, byte[]> files = new() { [$"ITL{phone.Name}.tlv"] = ItlOf(profile, cluster, pki, now) };
        if (cluster.MixedMode)
            files[$"CTL{phone.Name}.tlv"] = TrustListOf(ListOptions("CTLFile.tlv", cluster, now), SignerVersion, Entries(pki, withTvs: false), pki);
        byte[] full = ConfigurationTemplate.Full(phone, profile, cluster);
        byte[] open = phone.EncryptedConfig ? MinimalConfiguration.From(full, CertificateOf(phone)) : full;
        files[$"{phone.Name}.cnf.xml"] = open;
        if (profile.Signing.Behaviour != SigningBehaviour.None)
            files[$"{phone.Name}.cnf.xml.sgn"] = SignedFileWriter.Write(open, pki.Cucm, Options($"{phone.Name}.cnf.xml.sgn", cluster, now));
        if (phone.EncryptedConfig && Encrypt(full, phone, profile, pki, Options($"{phone.Name}.cnf.xml.enc.sgn", cluster, now)) is { } encrypted)
            files[$"{phone.Name}.cnf.xml.enc.sgn"] = encrypted;
        return files;
    }

    /// <summary>What every phone may ask, known or not.</summary>
    public static IReadOnlyDictionary<string, byte[]> Shared(Cluster cluster, LabPki pki, DateTimeOffset now)
    {
        byte[] configuration = ConfigurationTemplate.Default(cluster);
        return new Dictionary<string, byte[]>
        {
            ["ITLFile.tlv"] = TrustListOf(ListOptions("ITLFile.tlv", cluster, now), SignerVersion, Entries(pki, withTvs: true), pki),
            ["XMLDefault.cnf.xml"] = configuration,
            ["XMLDefault.cnf.xml.sgn"] = SignedFileWriter.Write(configuration, pki.Cucm, Options("XMLDefault.cnf.xml.sgn", cluster, now)),
        };
    }

    /// <summary>Null: the database knows neither key nor certificate to encrypt with.</summary>
    private static byte[]? Encrypt(byte[] full, LabPhone phone, FirmwareProfile profile, LabPki pki, SigningOptions options)
    {
        if (profile.Encryption.Method == EncryptionMethod.PublicKey)
        {
            using RSA? publicKey = CertificateOf(phone)?.GetRSAPublicKey();
            return publicKey is null ? null : EncryptedFileWriter.ForPublicKey(full, publicKey, pki.Cucm, options);
        }

        return (phone.Key, profile.Encryption.Layout) switch
        {
            (null, _) => null,
            ({ } key, ContainerLayout.ManualRc4) => EncryptedFileWriter.ForManualRc4(full, key),
            ({ } key, _) => EncryptedFileWriter.ForManualAes(full, key, pki.Cucm, options),
        };
    }

    private static X509Certificate2? CertificateOf(LabPhone phone) => phone.Certificate is null ? null : X509Certificate2.CreateFromPem(phone.Certificate);

    /// <summary>Phones that can use HTTPS get signer version 1.1, which says that it is there, and the HTTPS server's certificate (shared/spec/boot.md 4).</summary>
    private static byte[] ItlOf(FirmwareProfile profile, Cluster cluster, LabPki pki, DateTimeOffset now) => profile.Fetch.Transports.Contains(TransportKind.Https)
        ? TrustListOf(ListOptions("ITLFile.tlv", cluster, now), EcSignerVersion, [.. Entries(pki, withTvs: true), new(TrustRole.Tftp, pki.CucmEc)], pki)
        : TrustListOf(ListOptions("ITLFile.tlv", cluster, now), SignerVersion, Entries(pki, withTvs: true), pki);

    private static List<TrustListEntry> Entries(LabPki pki, bool withTvs)
    {
        List<TrustListEntry> entries = [new(TrustRole.Sast, pki.Sast.Certificate), new(TrustRole.CcmTftp, pki.Cucm.Certificate), new(TrustRole.Capf, pki.Capf.Certificate)];
        if (withTvs)
            entries.Add(new(TrustRole.Tvs, pki.Tvs.Certificate));
        return entries;
    }

    private static byte[] TrustListOf(SigningOptions options, Version signerVersion, IReadOnlyList<TrustListEntry> entries, LabPki pki) =>
        TrustListWriter.Write(entries, pki.Sast, options, signerVersion);

    /// <summary>The same bytes until the cluster changes.</summary>
    private static SigningOptions ListOptions(string name, Cluster cluster, DateTimeOffset now) => Options(name, cluster, cluster.TrustListsMade ?? now);

    private static SigningOptions Options(string name, Cluster cluster, DateTimeOffset now) => new() { FileName = name, TimeStamp = now, Digest = cluster.Digest };
}
