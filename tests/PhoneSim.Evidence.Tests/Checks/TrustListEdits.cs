using System.Security.Cryptography;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>Trust lists that no writer of ours would write.</summary>
internal static class TrustListEdits
{
    /// <summary>The records' roles changed, the list signed anew.</summary>
    public static byte[] WithRoles(byte[] list, SigningIdentity signer, Func<int, TrustRole, TrustRole> change)
    {
        byte[] edited = [.. list];
        TrustRole[] roles = [.. TrustList.Parse(list).Records.Select(r => r.Role)];
        int at = SignedFile.Parse(list).Header.HeaderLength;
        for (int i = 0; i < roles.Length; i++)
        {
            byte[] role = [4, 0, 2, (byte)((int)roles[i] >> 8), (byte)roles[i]];
            at += edited.AsSpan(at).IndexOf(role) + 5;
            edited[at - 1] = (byte)change(i, roles[i]);
        }

        return Signed(edited, signer);
    }

    /// <summary>One byte of the last record's serial number changed, the list signed anew.</summary>
    public static byte[] WithAnotherSerial(byte[] list, SigningIdentity signer)
    {
        byte[] edited = [.. list];
        ReadOnlyMemory<byte> serial = TrustList.Parse(list).Records[^1].SerialNumber;
        edited[edited.AsSpan().LastIndexOf((byte[])[6, 0, (byte)serial.Length, .. serial.Span]) + 3 + serial.Length - 1] ^= 0x55;
        return Signed(edited, signer);
    }

    /// <summary>One byte of the signature changed.</summary>
    public static byte[] WithBrokenSignature(byte[] file)
    {
        byte[] edited = [.. file];
        edited[SignedFile.Parse(file).Header.SignatureTlv.End.Value - 1] ^= 1;
        return edited;
    }

    private static byte[] Signed(byte[] file, SigningIdentity signer)
    {
        FileHeader header = SignedFile.Parse(file).Header;
        (int start, int length) = header.SignatureTlv.GetOffsetAndLength(file.Length);
        byte[] rest = [.. file.AsSpan(0, start), .. file.AsSpan(start + length)];
        byte[] signature = signer.Key.SignData(rest, header.Digest!.Value.Name, RSASignaturePadding.Pkcs1);
        signature.CopyTo(file, start + length - signature.Length);
        return file;
    }
}
