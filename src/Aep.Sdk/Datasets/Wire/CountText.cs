using System.Globalization;

namespace Aep.Sdk.Datasets;

/// <summary>Counts that Data Access writes as text.</summary>
internal static class CountText
{
    public static long? Parse(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;

    public static string? Write(long? count) => count?.ToString(CultureInfo.InvariantCulture);
}
