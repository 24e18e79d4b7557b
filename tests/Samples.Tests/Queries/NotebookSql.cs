namespace Samples.Tests.Queries;

/// <summary>
/// The SQL of the second propensity notebook: its columns, windows, conditions and mistakes (a type of dismissals that no event has). Two
/// things differ, because with them no two runs give the same rows: the order of the random row is given, and there is no LIMIT 1000
/// inside.
/// </summary>
internal static class NotebookSql
{
    private static readonly (string Column, string EventType)[] Counts =
    [
        ("emailsReceived", "directMarketing.emailSent"), ("emailsOpened", "directMarketing.emailOpened"),
            ("emailsClicked", "directMarketing.emailClicked"),
        ("productsViewed", "commerce.productViews"), ("propositionInteracts", "decisioning.propositionInteract"),
        ("propositionDismissed", "decisioning.propositionDismiss"), ("webLinkClicks", "web.webinteraction.linkClicks"),
    ];

    private static readonly (string Column, string EventType)[] Minutes =
    [
        ("minutes_since_emailSent", "directMarketing.emailSent"), ("minutes_since_emailOpened", "directMarketing.emailOpened"),
        ("minutes_since_emailClick", "directMarketing.emailClicked"), ("minutes_since_productView", "commerce.productViews"),
        ("minutes_since_propositionInteract", "decisioning.propositionInteract"),
        ("minutes_since_propositionDismiss", "propositionDismiss"),
        ("minutes_since_linkClick", "web.webinteraction.linkClicks"),
    ];

    public static string Features(string table, string tenantId) =>
        $"""
        SELECT
            _{tenantId}.userid as userId,
            {string.Join(",\n    ", FeatureColumns(tenantId))}
        FROM {table}
        """;

    public static string TrainingSet(string table, string tenantId, string randomOrder) =>
        $"""
        SELECT *
        FROM (
            SELECT _{tenantId}.userid as userId,
               eventType,
               timestamp,
               SUM(CASE WHEN eventType='web.formFilledOut' THEN 1 ELSE 0 END)
                   OVER (PARTITION BY _{tenantId}.userid)
                   AS "subscriptionOccurred",
               {string.Join(",\n       ", FeatureColumns(tenantId))},
                row_number() OVER (PARTITION BY _{tenantId}.userid ORDER BY {randomOrder}) AS random_row_number_for_user
            FROM {table}
        )
        WHERE (subscriptionOccurred = 1 AND eventType = 'web.formFilledOut') OR (subscriptionOccurred = 0 AND random_row_number_for_user = 1)
        ORDER BY timestamp
        """;

    public static Aep.Sdk.Queries.FeatureQuery Definition(string table, string tenantId, bool labelled)
    {
        var query = Aep.Sdk.Queries.FeatureQuery.From(table, $"_{tenantId}.userid");
        if (labelled) query = query.Column("eventType").Column("timestamp").Label("subscriptionOccurred", "web.formFilledOut");
        foreach ((string column, string eventType) in Counts) query = query.Count(column, eventType);
        foreach ((string column, string eventType) in Minutes) query = query.MinutesSince(column, eventType);
        return query;
    }

    private static IEnumerable<string> FeatureColumns(string tenantId)
    {
        string soFar = $"OVER (PARTITION BY _{tenantId}.userid ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
        return
        [
            .. Counts.Select(count => $"SUM(CASE WHEN eventType='{count.EventType}' THEN 1 ELSE 0 END) {soFar} AS \"{count.Column}\""),
            .. Minutes.Select(
                since =>
                    $"TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = '{since.EventType}', 'minutes') {soFar} AS \"{since.Column}\""),
        ];
    }
}
