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
    public static string Correlations(string table, string tenantId)
    {
        SqlName user = Sql.Path($"_{tenantId}.userid");
        string counts = string.Join(",\n    ", Correlated.Prepend(("forms", EventTypes.FormFilledOut))
            .Select(counted => $"SUM(CASE WHEN eventType = '{counted.Item2}' THEN 1 ELSE 0 END) AS {counted.Item1}"));
        return
            $"""
            SELECT
              {string.Join(",\n  ", Correlated.Select(counted => $"corr(forms, {counted.Column}) AS {counted.Column}"))}
            FROM (
              SELECT {user} AS userId,
                {counts}
              FROM {Sql.Table(table)}
              GROUP BY {user}
            )
            """;
    }
}
