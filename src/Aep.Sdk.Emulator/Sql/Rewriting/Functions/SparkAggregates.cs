namespace Aep.Sdk.Emulator.Sql;

/// <summary>Aggregates of Spark that the engine names or means differently, alone or over a window.</summary>
internal static class SparkAggregates
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["collect_list"] = call => Collect(call, distinct: false),
        ["array_agg"] = call => Collect(call, distinct: false),
        ["collect_set"] = call => Collect(call, distinct: true),
        ["first"] = call => Pick(call, "first"),
        ["first_value"] = call => Pick(call, "first"),
        ["any_value"] = call => Pick(call, "first"),
        ["last"] = call => Pick(call, "last"),
        ["last_value"] = call => Pick(call, "last"),
        ["percentile"] = call => Aggregate(call.Takes(2, 2), $"quantile_cont({call[0]}, {call[1]})"),
        ["percentile_approx"] = call => Aggregate(call.Takes(2, 3), $"quantile_disc({call[0]}, {call[1]})"),
        ["approx_percentile"] = call => Aggregate(call.Takes(2, 3), $"quantile_disc({call[0]}, {call[1]})"),
        ["approx_count_distinct"] = call => Aggregate(call.Takes(1, 2), $"approx_count_distinct({call[0]})"),
        ["std"] = call => Aggregate(call.Takes(1, 1), $"stddev_samp({call[0]})"),
        ["kurtosis"] = call => Aggregate(call.Takes(1, 1), $"kurtosis_pop({call[0]})"),
        ["skewness"] = Skewness,
        ["every"] = call => Aggregate(call.Takes(1, 1), $"bool_and({call[0]})"),
        ["any"] = call => Aggregate(call.Takes(1, 1), $"bool_or({call[0]})"),
        ["some"] = call => Aggregate(call.Takes(1, 1), $"bool_or({call[0]})"),
        ["count"] = Count,
        ["monotonically_increasing_id"] = call => call.Takes(0, 0).Count == 0 ? "(row_number() OVER () - 1)" : "",
    };

    private static string Aggregate(FunctionCall call, string text, string? condition = null)
    {
        string? filter = (call.Filter, condition) switch
        {
            (null, _) => condition,
            (_, null) => call.Filter,
            _ => $"({call.Filter}) AND ({condition})",
        };
        return text + (filter is null ? "" : $" FILTER (WHERE {filter})") + call.Over;
    }

    // Nulls are not collected, and nothing collected is an empty list.
    private static string Collect(FunctionCall call, bool distinct)
    {
        string item = call.Takes(1, 1)[0];
        string list = $"list({(distinct || call.Distinct ? "DISTINCT " : "")}{item})";
        return $"coalesce({Aggregate(call, list, $"({item}) IS NOT NULL")}, [])";
    }

    private static string Pick(FunctionCall call, string end)
    {
        string value = call.Takes(1, 2)[0];
        bool ignore = call.IgnoreNulls || call.IsTrue(1);
        if (call.Window is not null && call.Filter is null)
            return $"{end}_value({value}{(ignore ? " IGNORE NULLS" : "")}){call.Over}";
        return Aggregate(call, $"{end}({value})", ignore ? $"({value}) IS NOT NULL" : null);
    }

    // Spark's is that of a population, the engine's that of a sample.
    private static string Skewness(FunctionCall call)
    {
        string x = $"CAST({call.Takes(1, 1)[0]} AS DOUBLE)";
        string Mean(string of) => Aggregate(call, $"avg({of})");
        string variance = Aggregate(call, $"var_pop({x})");
        return $"(({Mean($"{x} * {x} * {x}")} - 3 * {Mean(x)} * {Mean($"{x} * {x}")} + 2 * pow({Mean(x)}, 3)) / nullif(pow({variance}, "
            + "1.5), 0))";
    }

    // count(DISTINCT a, b) counts the rows in which none of them is NULL.
    private static string Count(FunctionCall call)
    {
        if (!call.Distinct || call.Count < 2)
            return Aggregate(call, $"count({(call.Distinct ? "DISTINCT " : "")}{string.Join(", ", call.Arguments)})");
        string known = string.Join(" AND ", call.Arguments.Select(argument => $"({argument}) IS NOT NULL"));
        return Aggregate(call, $"count(DISTINCT row({string.Join(", ", call.Arguments)}))", known);
    }
}
