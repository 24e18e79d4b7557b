using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Functions that write or read times by a pattern. The pattern is translated, so it must be a literal.</summary>
internal static class SparkTimes
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
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

    private static string Read(FunctionCall call) =>
        $"CAST(try_strptime({call[0]}, {DuckDb.Literal(DatePattern.ForInput(Pattern(call), call.Position))}) AS TIMESTAMP)";

    private static string Output(FunctionCall call) => DuckDb.Literal(DatePattern.ForOutput(Pattern(call), call.Position));

    private static string Pattern(FunctionCall call) => call.Literal(1)
        ?? throw SqlErrorException.NotSupported($"{call.Name} with a pattern that is no string literal", call.Position);
}
