using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The schema of <c>from_json</c>: the DDL text of Spark (<c>'a INT, b ARRAY&lt;STRING&gt;'</c>) as the engine's JSON structure.
/// </summary>
internal static class JsonSchemaText
{
    public static string FromJson(FunctionCall call)
    {
        string schema = call.Takes(2, 2).Literal(1)
            ?? throw SqlErrorException.NotSupported("from_json with a schema that is no string literal", call.Position);
        JsonNode structure = Structure(SqlType.Parse(EngineType(schema)));
        string text = call[0];
        return $"(CASE WHEN json_valid({text}) THEN from_json({text}, {DuckDb.Literal(structure.ToJsonString())}) END)";
    }

    private static string EngineType(string schema)
    {
        SqlTokens tokens = SqlTokenizer.Tokenize(schema);
        bool isType = tokens.IsAny(0, "STRUCT", "ARRAY", "MAP") && tokens.IsSymbol(1, "<");
        SqlTokens whole = isType ? tokens : SqlTokenizer.Tokenize($"STRUCT<{schema}>");
        (string type, int end) = SparkTypes.Read(whole, 0, whole.Count);
        return end == whole.Count ? type : throw whole.SyntaxError(end);
    }

    private static JsonNode Structure(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Struct =>
            new JsonObject(type.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Structure(field.Type)))),
        SqlTypeKind.List => new JsonArray(Structure(type.Item!)),
        _ => JsonValue.Create(type.Name)!,
    };
}
