using System.Globalization;

namespace Aep.Sdk.Queries;

/// <summary>Times as Query Service takes them: UTC to the millisecond.</summary>
internal static class QueryTime
{
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
