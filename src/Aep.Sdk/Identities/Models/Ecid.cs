using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Aep.Sdk.Identities;

/// <summary>An Experience Cloud id (namespace <c>ECID</c>): two numbers of 63 bits, written as 38 decimal digits, 19 for each.</summary>
public readonly record struct Ecid
{
    /// <summary>Code of the namespace.</summary>
    public const string NamespaceCode = "ECID";

    private const int DigitsOfHalf = 19;

    private Ecid(long high, long low) => (High, Low) = (high, low);

    private long High { get; }

    private long Low { get; }

    /// <summary>A new one at random.</summary>
    public static Ecid Create() => FromBytes(RandomNumberGenerator.GetBytes(16));

    /// <summary>One that is always the same for the same bytes: for synthetic data, from a hash of a person's key.</summary>
    /// <param name="bytes">At least 16 bytes, evenly distributed.</param>
    public static Ecid FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16)
            throw new ArgumentException($"An ECID takes 16 bytes; these are {bytes.Length}.", nameof(bytes));
        return new Ecid(Half(bytes), Half(bytes[8..]));
    }

    /// <summary>Reads 38 digits.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="ecid">The ECID.</param>
    /// <returns>False when the text is something else.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Ecid ecid)
    {
        ecid = default;
        if (text is not { Length: 2 * DigitsOfHalf }
            || !long.TryParse(text.AsSpan(0, DigitsOfHalf), NumberStyles.None, CultureInfo.InvariantCulture, out long high)
            || !long.TryParse(text.AsSpan(DigitsOfHalf), NumberStyles.None, CultureInfo.InvariantCulture, out long low))
        {
            return false;
        }
        ecid = new Ecid(high, low);
        return true;
    }

    /// <summary>Reads 38 digits.</summary>
    /// <param name="text">The digits.</param>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static Ecid Parse(string text) =>
        TryParse(text, out Ecid ecid)
            ? ecid
            : throw new FormatException($"'{text}' is no ECID: it must be 38 digits, each half below 9223372036854775808.");

    /// <summary>The 38 digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{High:D19}{Low:D19}");

    private static long Half(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) & long.MaxValue;
}
