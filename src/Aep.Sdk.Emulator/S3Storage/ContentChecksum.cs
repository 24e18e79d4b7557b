using System.IO.Hashing;
using System.Numerics;
using System.Security.Cryptography;

namespace Aep.Sdk.Emulator.S3Storage;

/// <summary>The checksums that may come with a body: <c>x-amz-checksum-…</c> and <c>Content-MD5</c>, in base 64.</summary>
internal sealed class ContentChecksum
{
    private const string Prefix = "x-amz-checksum-";
    private readonly Crc32 _crc32 = new();
    private readonly IncrementalHash _sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private uint _crc32c = uint.MaxValue;

    public static Dictionary<string, string> HeadersOf(HttpRequest request) => request.Headers
        .Where(header => IsChecksum(header.Key) || header.Key.Equals("Content-MD5", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());

    public static bool IsChecksum(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !name.EndsWith("-algorithm", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith("-type", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("-mode", StringComparison.OrdinalIgnoreCase);

    public void Append(ReadOnlySpan<byte> bytes, IEnumerable<string> names)
    {
        foreach (string name in names)
            AppendOne(bytes, name);
    }

    public string Of(string name) => Convert.ToBase64String(name switch
    {
        Prefix + "crc32" => BigEndian(_crc32.GetCurrentHash()),
        Prefix + "crc32c" => BigEndian(BitConverter.GetBytes(~_crc32c)),
        Prefix + "sha1" => _sha1.GetCurrentHash(),
        Prefix + "sha256" => _sha256.GetCurrentHash(),
        "content-md5" => _md5.GetCurrentHash(),
        _ => throw S3Errors.NotSupported($"the checksum {name}"),
    });

    private void AppendOne(ReadOnlySpan<byte> bytes, string name)
    {
        switch (name)
        {
            case Prefix + "crc32": _crc32.Append(bytes); break;
            case Prefix + "crc32c": AppendCastagnoli(bytes); break;
            case Prefix + "sha1": _sha1.AppendData(bytes); break;
            case Prefix + "sha256": _sha256.AppendData(bytes); break;
            case "content-md5": _md5.AppendData(bytes); break;
            default: throw S3Errors.NotSupported($"the checksum {name}");
        }
    }

    private void AppendCastagnoli(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            _crc32c = BitOperations.Crc32C(_crc32c, value);
    }

    // The library gives the bytes as the machine has them, the protocol the highest first.
    private static byte[] BigEndian(byte[] hash)
    {
        Array.Reverse(hash);
        return hash;
    }
}
