namespace Propensity.Report;

/// <summary>The part of the report that step 2 fills: what SQL says of the events.</summary>
internal static class ExplorationSections
{
    public static string Of(ExploredData explored) => string.Concat(
        HtmlReport.Section(
            "The e-mail funnel: from those who get one to those who subscribe",
            $"Users at each stage, of {Figures.Number(explored.DistinctUsers)}. Who subscribes (web.formFilledOut) need not have clicked "
            + "an e-mail.",
            Funnel(explored)),
        HtmlReport.Section(
            "All events",
            $"{Figures.Number(explored.Events)} events of {Figures.Number(explored.DistinctUsers)} users, "
            + $"{explored.Extent.Earliest:yyyy-MM-dd} to {explored.Extent.Latest:yyyy-MM-dd}.",
            Counts(explored)),
        HtmlReport.Section(
            $"What goes with subscribing: {explored.Correlations[0].EventType} most",
            "Correlation of a user's number of events with the subscription, from -1 (never together) over 0 (says nothing) "
            + "to 1 (always together).",
            Correlations(explored)),
        HtmlReport.Section(
            "Which events the same users have",
            "Of the users who have the row's event, how many in a hundred have the column's event too.",
            Together(explored)));

    private static string Funnel(ExploredData explored) => new BarChart(
        [.. explored.Funnel.Select(stage => new Bar(
            stage.EventType, stage.Users,
            $"{Figures.Number(stage.Users)} users ({Figures.Percent((double)stage.Users / explored.DistinctUsers)}), "
            + $"{Figures.Number(stage.Events)} events"))])
        .ToHtml();

    private static string Counts(ExploredData explored) => HtmlTable.Of(
        ["Event type", "Events", "Users"],
        explored.EventCounts.Select(count => (string[])[count.EventType, Figures.Number(count.Events), Figures.Number(count.Users)]));

    private static string Correlations(ExploredData explored) => new BarChart(
        [.. explored.Correlations.Select(correlation => new Bar(
            correlation.EventType, correlation.Value ?? 0, correlation.Value is { } value ? Figures.Decimal(value) : "not defined"))])
        .ToHtml();

    private static string Together(ExploredData explored)
    {
        Dictionary<(string, string), long> users = explored.CoOccurrences
            .ToDictionary(pair => (pair.First, pair.Second), pair => pair.Users);
        return new HeatMap(
            [.. explored.EventCounts.Select(count => count.EventType)],
            (row, column) => users.TryGetValue((row, row), out long all) ? users.GetValueOrDefault((row, column)) / (double)all : null)
            .ToHtml();
    }
}
