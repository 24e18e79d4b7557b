namespace Aep.Sdk.Benchmarks;

/// <summary>
/// The features of the second notebook, in the SQL of Query Service and in that of DuckDB: seven counts and seven times since the last
/// event of a type.
/// </summary>
internal static class FeatureSql
{
    private const string SoFar = "OVER (PARTITION BY _tenant.userid ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";

    private static readonly string[] Types =
    [
        "directMarketing.emailSent", "directMarketing.emailOpened", "directMarketing.emailClicked", "commerce.productViews",
        "decisioning.propositionInteract", "decisioning.propositionDismiss", "web.webinteraction.linkClicks",
    ];

    /// <summary>Events without randomness: each draws its user, its type and its time from a hash of its number.</summary>
    public static string Events(int events, int users) =>
        $"""
        SELECT 'e' || CAST(n AS string) AS _id,
            struct('u' || CAST((n * 7919 + n * n % 104729) % {users} AS string) AS userid) AS _tenant,
            CASE (n * 31 + n * n % 7) % 8 {string.Join(' ', Types.Select((type, index) => $"WHEN {index} THEN '{type}'"))} ELSE 'web.formFilledOut' END AS eventType,
            timestamp_seconds(1704067200 + (n * 48271) % 31536000) AS timestamp
        FROM range({events}) AS r(n)
        """;

    public static string OfQueryService(string table) =>
        Select(table, type => $"TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = '{type}', 'minutes') {SoFar}");

    public static string OfDuckDb(string relation) =>
        Select(relation, type => $"date_sub('minute', max(CASE WHEN eventType = '{type}' THEN timestamp END) {SoFar}, timestamp)");

    private static string Select(string source, Func<string, string> minutesSince)
    {
        IEnumerable<string> counts =
            Types.Select((type, index) => $"SUM(CASE WHEN eventType='{type}' THEN 1 ELSE 0 END) {SoFar} AS count{index}");
        IEnumerable<string> minutes = Types.Select((type, index) => $"{minutesSince(type)} AS minutes{index}");
        return $"SELECT _tenant.userid AS userId, {string.Join(", ", counts.Concat(minutes))} FROM {source}";
    }
}
