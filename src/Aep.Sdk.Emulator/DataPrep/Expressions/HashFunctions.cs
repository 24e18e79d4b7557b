using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Hashes of texts, in lower-case hexadecimal.</summary>
[SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Functions of the language.")]
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "Functions of the language.")]
internal static class HashFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Of("sha1", SHA1.HashData),
        Of("sha256", SHA256.HashData),
        Of("sha512", SHA512.HashData),
        Of("md5", MD5.HashData),
        Of("crc32", bytes => Crc32.Hash(bytes)), // the lowest byte first, as in Adobe's example
    ];

    private static Function Of(string name, Func<byte[], byte[]> hash) =>
        new(name, "Hashing", 1, 2, $"{name}(\"my text\", \"UTF-8\")", (_, values) =>
        values[0] is null ? null : Convert.ToHexStringLower(hash(Charset(values).GetBytes(Values.Text(values[0])))));

    private static Encoding Charset(object?[] values) => (values.Length > 1 ? Values.Text(values[1]) : "UTF-8").ToUpperInvariant() switch
    {
        "UTF-8" => new UTF8Encoding(false),
        "UTF-16" => Encoding.BigEndianUnicode,
        "ISO-8859-1" => Encoding.Latin1,
        "US-ASCII" => Encoding.ASCII,
        string other => throw new ExpressionException($"The character set {other} is none of UTF-8, UTF-16, ISO-8859-1, US-ASCII."),
    };
}
