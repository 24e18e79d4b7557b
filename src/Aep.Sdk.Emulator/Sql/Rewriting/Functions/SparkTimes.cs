using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Functions that write or read times by a pattern. The pattern is translated, so it must be a literal.</summary>
internal static class SparkTimes
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["extract"] = Extract,
        ["timestampadd"] = call => Add(call.Takes(3, 3)),
        ["timestampdiff"] = call => Difference(call.Takes(3, 3)),
        ["dateadd"] = call => call.Takes(2, 3).Count == 3 ? Add(call) : $"date_add({call[0]}, {call[1]})",
        ["datediff"] = call => call.Takes(2, 3).Count == 3 ? Difference(call) : $"datediff({call[0]}, {call[1]})",
        ["date_format"] = call => $"strftime(spark_time({call.Takes(2, 2)[0]}), {Output(call)})",
        ["from_unixtime"] = call => call.Takes(1, 2).Count == 1
            ? $"from_unixtime({call[0]})"
            : $"strftime(make_timestamp(CAST({call[0]} AS BIGINT) * 1000000), {Output(call)})",
        ["to_timestamp"] = call => call.Takes(1, 2).Count == 1 ? $"to_timestamp({call[0]})" : Read(call),
        ["to_date"] = call => call.Takes(1, 2).Count == 1 ? $"to_date({call[0]})" : $"CAST({Read(call)} AS DATE)",
        ["unix_timestamp"] = call => call.Takes(0, 2).Count < 2
            ? $"unix_timestamp({string.Join(", ", call.Arguments)})"
            : $"unix_timestamp({Read(call)})",
        ["to_unix_timestamp"] = call => call.Takes(1, 2).Count < 2 ? $"unix_timestamp({call[0]})" : $"unix_timestamp({Read(call)})",
    };

    // The day of the week is 1 on Sundays in Spark, 0 in the engine.
    private static string Extract(FunctionCall call)
    {
        (SqlTokens tokens, int from) = (call.Tokens, call.Takes(1, 1).Ranges[0].Start.Value);
        if (!tokens.Is(from + 1, "FROM"))
            throw tokens.SyntaxError(from + 1);
        string value = call.Render((from + 2)..call.Ranges[0].End);
        return tokens.IsAny(from, "DOW", "DAYOFWEEK") ? $"dayofweek({value})" : $"extract({tokens.Text(from)} FROM {value})";
    }

    private static string Add(FunctionCall call) => $"(spark_time({call[2]}) + INTERVAL ({call[1]}) {Unit(call)})";

    private static string Difference(FunctionCall call) =>
        $"system.main.date_sub('{Unit(call)}', spark_time({call[1]}), spark_time({call[2]}))";

    private static string Unit(FunctionCall call)
    {
        (SqlTokens tokens, int at) = (call.Tokens, call.Ranges[0].Start.Value);
        return tokens.IsAny(at, "YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND")
            ? tokens.Text(at).ToUpperInvariant()
            : throw SqlErrorException.NotSupported($"{call.Name} with the unit {tokens.Text(at)}", tokens[at].Start);
    }

    private static string Read(FunctionCall call) =>
        $"CAST(try_strptime({call[0]}, {DuckDb.Literal(DatePattern.ForInput(Pattern(call), call.Position))}) AS TIMESTAMP)";

    private static string Output(FunctionCall call) => DuckDb.Literal(DatePattern.ForOutput(Pattern(call), call.Position));

    private static string Pattern(FunctionCall call) => call.Literal(1)
        ?? throw SqlErrorException.NotSupported($"{call.Name} with a pattern that is no string literal", call.Position);
}
