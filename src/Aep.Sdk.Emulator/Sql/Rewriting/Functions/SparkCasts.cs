namespace Aep.Sdk.Emulator.Sql;

/// <summary>Casts with the semantics of Spark: what cannot be read is NULL.</summary>
internal static class SparkCasts
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["TINYINT"] = "spark_tinyint",
        ["SMALLINT"] = "spark_smallint",
        ["INTEGER"] = "spark_integer",
        ["BIGINT"] = "spark_bigint",
        ["FLOAT"] = "spark_float",
        ["DOUBLE"] = "spark_double",
        ["BOOLEAN"] = "spark_boolean",
        ["TIMESTAMP"] = "spark_timestamp",
        ["DATE"] = "spark_date",
    };

    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["cast"] = Cast,
        ["try_cast"] = Cast,
        ["tinyint"] = call => To("TINYINT", call.Takes(1, 1)[0]),
        ["smallint"] = call => To("SMALLINT", call.Takes(1, 1)[0]),
        ["int"] = call => To("INTEGER", call.Takes(1, 1)[0]),
        ["bigint"] = call => To("BIGINT", call.Takes(1, 1)[0]),
        ["float"] = call => To("FLOAT", call.Takes(1, 1)[0]),
        ["double"] = call => To("DOUBLE", call.Takes(1, 1)[0]),
        ["decimal"] = call => To("DECIMAL(10, 0)", call.Takes(1, 1)[0]),
        ["boolean"] = call => To("BOOLEAN", call.Takes(1, 1)[0]),
        ["string"] = call => To("VARCHAR", call.Takes(1, 1)[0]),
        ["date"] = call => To("DATE", call.Takes(1, 1)[0]),
        ["timestamp"] = call => To("TIMESTAMP", call.Takes(1, 1)[0]),
        ["binary"] = call => $"encode({call.Takes(1, 1)[0]})",
    };

    /// <summary>A value as a type of the engine. The outer cast gives NULL its type, too.</summary>
    public static string To(string type, string value)
    {
        if (value.Equals("NULL", StringComparison.OrdinalIgnoreCase))
            return $"CAST(NULL AS {type})";
        return Functions.TryGetValue(type, out string? function)
            ? $"CAST({TypedMacros.Call(function, value)} AS {type})"
            : $"{(type.StartsWith("DECIMAL", StringComparison.Ordinal) ? "TRY_CAST" : "CAST")}({value} AS {type})";
    }

    private static string Cast(FunctionCall call)
    {
        SqlTokens tokens = call.Tokens;
        int from = call.Ranges.Count == 0 ? call.Close : call.Ranges[0].Start.Value;
        int depth = 0, found = -1;
        for (int index = from; index < call.Close; index++)
        {
            depth += tokens.IsSymbol(index, "(") ? 1 : tokens.IsSymbol(index, ")") ? -1 : 0;
            found = depth == 0 && tokens.Is(index, "AS") ? index : found;
        }
        if (found <= from || found + 1 >= call.Close)
            throw tokens.SyntaxError(call.Close);
        (string type, int end) = SparkTypes.Read(tokens, found + 1, call.Close);
        return end == call.Close ? To(type, call.Render(from..found)) : throw tokens.SyntaxError(end);
    }
}
