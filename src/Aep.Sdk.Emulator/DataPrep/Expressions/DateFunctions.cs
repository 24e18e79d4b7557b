using System.Globalization;

namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions of dates and times.</summary>
internal static class DateFunctions
{
    private const string Category = "Date / Time";

    public static IReadOnlyList<Function> All { get; } =
    [
        new("now", Category, 0, 0, "now()", (context, _) => context.Time.GetUtcNow()),
        new("timestamp", Category, 0, 0, "timestamp()", (context, _) => context.Time.GetUtcNow().ToUnixTimeMilliseconds()),
        Of("format", 2, 2, "format(now(), \"yyyy-MM-dd\")",
            values => DateText.Format(DateText.Required(values[0]), Values.Text(values[1]))),
        Of("dformat", 2, 2, "dformat(1571829875000, \"yyyy-MM-dd\")", values =>
            DateText.Format(DateTimeOffset.FromUnixTimeMilliseconds((long)Values.Decimal(values[0])), Values.Text(values[1]))),
        Of("date", 1, 3, "date(\"2019-10-23 11:24\", \"yyyy-MM-dd HH:mm\")", Parse),
        Of("date_part", 2, 2, "date_part(\"MM\", now())", values => DateParts.Of(Values.Text(values[0]), DateText.Required(values[1]))),
        Of("set_date_part", 3, 3, "set_date_part(\"m\", 4, now())",
            values => DateParts.Set(Values.Text(values[0]), Values.Integer(values[1]), DateText.Required(values[2]))),
        Of("make_date_time", 8, 8, "make_date_time(2019, 10, 17, 11, 55, 12, 999, \"America/Los_Angeles\")", Make),
        Of("make_timestamp", 8, 8, "make_timestamp(2019, 10, 17, 11, 55, 12, 999, \"America/Los_Angeles\")", Make),
        Of("zone_date_to_utc", 1, 1, "zone_date_to_utc(now())", values => DateText.Required(values[0]).ToUniversalTime()),
        Of("zone_date_to_zone", 2, 2, "zone_date_to_zone(now(), \"Europe/Paris\")",
            values => TimeZoneInfo.ConvertTime(DateText.Required(values[0]), Zone(values[1]))),
    ];

    private static Function Of(string name, int least, int most, string example, Func<object?[], object?> apply) =>
        new(name, Category, least, most, example, (_, values) => apply(values));

    private static object? Parse(object?[] values)
    {
        if (values[0] is null)
            return values.Length > 2 ? values[2] : null;
        return values.Length > 1 ? DateText.Parse(Values.Text(values[0]), Values.Text(values[1])) : DateText.Required(values[0]);
    }

    private static object Make(object?[] values)
    {
        int[] parts = [.. values[..7].Select(Values.Integer)];
        try
        {
            var local = new DateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], DateTimeKind.Unspecified);
            return new DateTimeOffset(local, Zone(values[7]).GetUtcOffset(local)).AddTicks(parts[6] / 100);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ExpressionException("A part of the date is out of range.");
        }
    }

    private static TimeZoneInfo Zone(object? name) => TimeZoneInfo.TryFindSystemTimeZoneById(Values.Text(name), out TimeZoneInfo? zone)
        ? zone
        : throw new ExpressionException($"The time zone '{Values.Text(name)}' is unknown.");
}
