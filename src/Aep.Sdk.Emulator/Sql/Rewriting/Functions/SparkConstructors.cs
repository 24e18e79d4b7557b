using System.Globalization;
using System.Text.Json;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Functions whose arguments the engine writes in another form: structs, lists, maps, concatenation.</summary>
internal static class SparkConstructors
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["struct"] = call => $"struct_pack({string.Join(", ", call.Ranges.Select((range, index) => Field(call, range, index)))})",
        ["named_struct"] = NamedStruct,
        ["arrays_zip"] = ArraysZip,
        ["array"] = call => $"[{string.Join(", ", StructFields.CheckSame(call).Arguments)}]",
        ["map"] = Map,
        ["concat"] = call => call.Count == 1 ? call[0] : $"({string.Join(" || ", call.Arguments.Select(argument => $"({argument})"))})",
        ["elt"] = call => $"[{string.Join(", ", call.Takes(2, int.MaxValue).Arguments.Skip(1))}][{call[0]}]",
        ["decode"] = Decode,
        ["encode"] = call => $"encode({call.Takes(2, 2)[0]})",
        ["format_string"] = call => $"printf({string.Join(", ", call.Takes(1, int.MaxValue).Arguments)})",
        ["isnull"] = call => $"(({call.Takes(1, 1)[0]}) IS NULL)",
        ["regexp_replace"] = RegexpReplace,
        // Names that are keywords of the engine.
        ["char"] = call => $"chr(CAST({call.Takes(1, 1)[0]} % 256 AS INTEGER))",
        ["overlay"] = call => $"spark_overlay({string.Join(", ", call.Takes(3, 4).Arguments)})",
        ["position"] = Position,
        ["current_date"] = call => call.Takes(0, 0).Name,
        ["current_timestamp"] = call => call.Takes(0, 0).Count == 0 ? "now()" : "",
        ["localtimestamp"] = call => call.Takes(0, 0).Count == 0 ? "now()" : "",
        ["from_json"] = JsonSchemaText.FromJson,
        ["schema_of_json"] = SchemaOfJson,
        ["hash"] = call => Hash(call, "spark_hash"),
        ["xxhash64"] = call => Hash(call, "spark_xxhash64"),
    };

    private static string Field(FunctionCall call, Range range, int index)
    {
        (int from, int to) = (range.Start.Value, range.End.Value);
        Range value = to - from >= 3 && call.Tokens.Is(to - 2, "AS") ? from..(to - 2) : range;
        return $"{DuckDb.Identifier(StructFields.Name(call.Tokens, range, index))} := {call.Render(value)}";
    }

    // As long as the longest list. A column gives its field its name, any other expression its place from 0.
    private static string ArraysZip(FunctionCall call)
    {
        string lengths = string.Join(", ", call.Takes(1, int.MaxValue).Arguments.Select(list => $"len({list})"));
        IEnumerable<string> fields = call.Ranges.Select((range, index) =>
        {
            bool column = range.End.Value - range.Start.Value == 1 && call.Tokens.IsName(range.Start.Value);
            string name = column ? call.Tokens.Name(range.Start.Value) : index.ToString(CultureInfo.InvariantCulture);
            return $"{DuckDb.Identifier(name)} := ({call[index]})[zip_index]";
        });
        return $"list_transform(range(1, greatest({lengths}) + 1), lambda zip_index: struct_pack({string.Join(", ", fields)}))";
    }

    private static string NamedStruct(FunctionCall call)
    {
        if (call.Count == 0 || call.Count % 2 != 0)
            throw new SqlErrorException(SqlState.UndefinedFunction, "named_struct takes pairs of name and value", call.Position);
        IEnumerable<string> fields = Enumerable.Range(0, call.Count / 2)
            .Select(pair => $"{DuckDb.Identifier(FieldName(call, 2 * pair))} := {call[2 * pair + 1]}");
        return $"struct_pack({string.Join(", ", fields)})";
    }

    private static string FieldName(FunctionCall call, int argument) => call.Literal(argument)
        ?? throw SqlErrorException.NotSupported("named_struct with a name that is no string literal", call.Position);

    private static string Map(FunctionCall call)
    {
        if (call.Count % 2 != 0)
            throw new SqlErrorException(SqlState.UndefinedFunction, "map takes pairs of key and value", call.Position);
        string[] arguments = [.. call.Arguments];
        string Every(int offset) => string.Join(", ", arguments.Where((_, index) => index % 2 == offset));
        return $"map([{Every(0)}], [{Every(1)}])";
    }

    // decode(x, 'UTF-8') reads bytes; decode(x, search, result, …, default) is a CASE that finds NULL too.
    private static string Decode(FunctionCall call)
    {
        if (call.Takes(2, int.MaxValue).Count == 2)
            return $"decode({call[0]})";
        string[] arguments = [.. call.Arguments];
        IEnumerable<string> branches = Enumerable.Range(0, (arguments.Length - 1) / 2)
            .Select(pair => $"WHEN ({arguments[0]}) IS NOT DISTINCT FROM ({arguments[2 * pair + 1]}) THEN {arguments[2 * pair + 2]}");
        return $"(CASE {string.Join(" ", branches)}{(arguments.Length % 2 == 0 ? $" ELSE {arguments[^1]}" : "")} END)";
    }

    // All matches, and $1 for a group where the engine has \1.
    private static string RegexpReplace(FunctionCall call)
    {
        string replacement = call.Takes(3, 3).Literal(2) is string literal
            ? DuckDb.Literal(GroupReference.Translate(literal))
            : call[2];
        return $"regexp_replace({call[0]}, {call[1]}, {replacement}, 'g')";
    }

    private static string Position(FunctionCall call) => call.Count == 1
        ? $"position({call[0]})"
        : $"locate({string.Join(", ", call.Takes(2, 3).Arguments)})";

    // Spark takes a constant only.
    private static string SchemaOfJson(FunctionCall call)
    {
        if (call.Takes(1, 2).Count == 2)
            throw SqlErrorException.NotSupported("schema_of_json with options", call.Position);
        string json = call.Literal(0)
            ?? throw new SqlErrorException(SqlState.DatatypeMismatch, "schema_of_json takes a string literal", call.Position);
        try
        {
            return DuckDb.Literal(JsonSchemaOf.Of(json));
        }
        catch (JsonException exception)
        {
            throw new SqlErrorException(
                SqlState.InvalidParameterValue, $"schema_of_json cannot read its JSON: {exception.Message}", call.Position);
        }
    }

    private static string Hash(FunctionCall call, string function)
    {
        string values = string.Join(", ", call.Takes(1, int.MaxValue).Arguments.Select((argument, index) => $"c{index} := {argument}"));
        string row = $"struct_pack({values})";
        return $"{function}(system.main.typeof({row}), CAST(system.main.to_json({row}) AS VARCHAR))";
    }
}
