using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Times and dates of rows: ISO 8601, in UTC where no zone stands, as Adobe's own notebooks send them.</summary>
internal static partial class TimeValue
{
    /// <summary>Bytes that <see cref="Format"/> needs at most.</summary>
    public const int MaxLength = 28;

    // The end of the year 9999, as far as a time can be told.
    private const long MaxMilliseconds = 253_402_300_799_999;
    private const int DateLength = 10;
    private const int MicrosecondsLength = 26;

    public static DateTime? OfMilliseconds(long milliseconds) =>
        Math.Abs(milliseconds) < MaxMilliseconds ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : null;

    public static DateTime? Parse(ref RowCursor cursor, XdmKind kind)
    {
        if (TryUsual(in cursor.Reader, kind, out DateTime usual))
            return usual;
        string text = cursor.Text();
        if (kind == XdmKind.Date
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date.ToDateTime(TimeOnly.MinValue);
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return Iso8601().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, utc, out DateTime time) ? time : null;
    }

    /// <summary>A time in microseconds, or a date, without a zone.</summary>
    /// <returns>How many bytes.</returns>
    public static int Format(DateTime time, XdmKind kind, Span<byte> target)
    {
        if (!time.TryFormat(target, out _, "O", CultureInfo.InvariantCulture))
            throw new InvalidOperationException("A time needs more bytes than it can.");
        return kind == XdmKind.Date ? DateLength : MicrosecondsLength;
    }

    // With seconds and at most nine digits behind them the serializer's fast parser knows exactly what the expression below does.
    private static bool TryUsual(ref readonly Utf8JsonReader reader, XdmKind kind, out DateTime time)
    {
        time = default;
        ReadOnlySpan<byte> text = reader.ValueSpan;
        bool isUsual = text.Length is >= 19 and <= 29 ? text[DateLength] == 'T' : text.Length == DateLength && kind == XdmKind.Date;
        if (!isUsual || !reader.TryGetDateTime(out time))
            return false;
        // Without a zone it is UTC; from another zone it must not pass through this machine's.
        if (time.Kind != DateTimeKind.Local)
            time = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        else if (reader.TryGetDateTimeOffset(out DateTimeOffset zoned))
            time = zoned.UtcDateTime;
        return time.Kind == DateTimeKind.Utc;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|z|[+-]\d\d(:?\d\d)?)?$")]
    private static partial Regex Iso8601();
}
