using System.Globalization;
using System.Text;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>
/// PostgreSQL's binary numeric: digits of base 10,000, the weight of the first one, sign, digits after the decimal point.
/// </summary>
internal static class BinaryNumeric
{
    private const int DigitSize = 4;
    private const short Negative = 0x4000;
    private const ushort NotANumber = 0xC000;

    /// <summary>Writes a number that is given as decimal text.</summary>
    public static void Write(MessageWriter writer, string value)
    {
        bool negative = value.StartsWith('-');
        string[] parts = value.TrimStart('-').Split('.');
        string whole = parts[0], fraction = parts.Length > 1 ? parts[1] : "";
        string padded = whole.PadLeft((whole.Length + DigitSize - 1) / DigitSize * DigitSize, '0')
            + fraction.PadRight((fraction.Length + DigitSize - 1) / DigitSize * DigitSize, '0');
        int weight = (whole.Length + DigitSize - 1) / DigitSize - 1;
        writer.WriteInt16((short)(padded.Length / DigitSize));
        writer.WriteInt16((short)weight);
        writer.WriteInt16(negative ? Negative : (short)0);
        writer.WriteInt16((short)fraction.Length);
        for (int start = 0; start < padded.Length; start += DigitSize)
            writer.WriteInt16(short.Parse(padded.AsSpan(start, DigitSize), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a numeric as decimal text.</summary>
    public static string Read(MessageCursor body)
    {
        int count = body.ReadInt16(), weight = body.ReadInt16();
        ushort sign = (ushort)body.ReadInt16();
        int scale = body.ReadInt16();
        if (sign >= NotANumber)
            throw SqlErrorException.NotSupported("a numeric parameter that is NaN or infinite");
        var text = new StringBuilder();
        for (int position = 0; position <= Math.Max(weight, -1) || position < count; position++)
        {
            if (position == weight + 1)
                text.Append('.');
            text.Append((position < count ? body.ReadInt16() : 0).ToString("0000", CultureInfo.InvariantCulture));
        }
        string digits = weight < 0 ? "0." + new string('0', (-weight - 1) * DigitSize) + text.Replace(".", "") : text.ToString();
        int point = digits.IndexOf('.');
        string whole = (point < 0 ? digits : digits[..point]).TrimStart('0');
        string fraction = (point < 0 ? "" : digits[(point + 1)..]).PadRight(scale, '0')[..scale];
        return (sign == Negative ? "-" : "") + (whole.Length == 0 ? "0" : whole) + (scale > 0 ? "." + fraction : "");
    }
}
