using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Propensity.Workflow;

/// <summary>Records as lines of aligned columns: a column a property, numbers to the right.</summary>
internal static partial class ConsoleTable
{
    public static IEnumerable<string> Lines<T>(IEnumerable<T> rows)
    {
        PropertyInfo[] properties = typeof(T).GetProperties();
        string[] head = [.. properties.Select(property => Capital().Replace(property.Name, " $1").Trim().ToLowerInvariant())];
        string[][] cells = [.. rows.Select(row => properties.Select(property => Text(property.GetValue(row))).ToArray())];
        int[] widths = [.. head.Select((name, column) => cells.Select(row => row[column].Length).Append(name.Length).Max())];
        bool[] toTheRight = [.. properties.Select(property => IsNumber(property.PropertyType))];
        return cells.Prepend(head).Select(row => string.Join("  ", row.Select((cell, column) =>
            toTheRight[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }

    private static bool IsNumber(Type type) =>
        Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static string Text(object? value) => value switch
    {
        null => "-",
        double share => share.ToString("0.000", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable number when IsNumber(number.GetType()) => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();
}
