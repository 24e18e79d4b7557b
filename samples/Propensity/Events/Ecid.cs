using System.Globalization;
using System.Text;

namespace Propensity.Events;

/// <summary>An Experience Cloud id of a simulated user: the two halves of a hash of the e-mail address, 19 digits each.</summary>
public static class Ecid
{
    private const int Digits = 19;
    private const string Padding = "0123456789012345678";

    public static string Of(int user) => OfEmail(string.Create(CultureInfo.InvariantCulture, $"synthetic-user-{user}@example.com"));

    public static string OfEmail(string email)
    {
        (ulong first, ulong second) = MurmurHash3.Hash128(Encoding.UTF8.GetBytes(email));
        return Half((long)first) + Half((long)second);
    }

    private static string Half(long value)
    {
        // The magnitude as a number without sign: the smallest long has none that fits a long.
        string digits = ((UInt128)Int128.Abs(value)).ToString(CultureInfo.InvariantCulture);
        return Padding[..(Digits - digits.Length)] + digits;
    }
}
