using Aep.Sdk.Queries;
using Propensity.Simulation;

namespace Propensity.Features;

/// <summary>The questions of the exploration step.</summary>
public static class ExplorationSql
{
    /// <summary>The event types whose correlation with the subscription is asked for, with the name of their column.</summary>
    public static IReadOnlyList<(string Column, string EventType)> Correlated { get; } =
    [
        ("emailSent", EventTypes.EmailSent),
        ("emailOpened", EventTypes.EmailOpened),
        ("emailClicked", EventTypes.EmailClicked),
        ("productViews", EventTypes.ProductViews),
        ("purchases", EventTypes.Purchases),
        ("propositionDisplays", EventTypes.PropositionDisplay),
        ("propositionInteracts", EventTypes.PropositionInteract),
        ("propositionDismisses", EventTypes.PropositionDismiss),
        ("linkClicks", EventTypes.LinkClicks),
        ("pageViews", EventTypes.PageViews),
        ("advertisingClicks", EventTypes.AdvertisingClicks),
    ];

    /// <summary>One row: the correlation of the subscription with the number of events of each type, over users.</summary>
    public static SqlStatement Correlations(string table, string tenantId)
    {
        SqlName user = Sql.Path($"_{tenantId}.userid");
        IEnumerable<SqlStatement> counts = Correlated.Prepend(("forms", EventTypes.FormFilledOut))
            .Select(counted => (SqlStatement)$"SUM(CASE WHEN eventType = {counted.Item2} THEN 1 ELSE 0 END) AS {Sql.Column(counted.Item1)}");
        IEnumerable<SqlStatement> correlations = Correlated
            .Select(counted => (SqlStatement)$"corr(forms, {Sql.Column(counted.Column)}) AS {Sql.Column(counted.Column)}");
        return
            $"""
            SELECT
              {SqlStatement.Join(",\n  ", correlations)}
            FROM (
              SELECT {user} AS userId,
                {SqlStatement.Join(",\n    ", counts)}
              FROM {Sql.Table(table)}
              GROUP BY {user}
            )
            """;
    }

    /// <summary>For each pair of event types, how many users have both; the diagonal counts the users of a type.</summary>
    public static SqlStatement CoOccurrences(string table, string tenantId)
    {
        SqlName user = Sql.Path($"_{tenantId}.userid");
        SqlStatement seen = $"SELECT DISTINCT {user} AS userId, eventType FROM {Sql.Table(table)}";
        return
            $"""
            SELECT one.eventType AS first, other.eventType AS second, COUNT(*) AS users
            FROM ({seen}) one JOIN ({seen}) other ON one.userId = other.userId
            GROUP BY one.eventType, other.eventType
            """;
    }
}
