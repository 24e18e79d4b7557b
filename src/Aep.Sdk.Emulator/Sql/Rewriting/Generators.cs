using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Functions that make rows: explode, posexplode, inline, stack, json_tuple. Written as columns of the engine's unnest.</summary>
internal static class Generators
{
    private static readonly HashSet<string> Names =
        ["explode", "explode_outer", "posexplode", "posexplode_outer", "inline", "inline_outer", "stack", "json_tuple"];

    public static bool Has(string name) => Names.Contains(name);

    /// <summary>The columns of a generator under the names that the query gives them, or Spark's own.</summary>
    public static string Columns(FunctionCall call, IReadOnlyList<string> names)
    {
        bool outer = call.Name.EndsWith("_outer", StringComparison.Ordinal);
        return call.Name.Replace("_outer", "", StringComparison.Ordinal) switch
        {
            "explode" => Explode(call.Takes(1, 1), names, outer),
            "posexplode" => PosExplode(call.Takes(1, 1), names, outer),
            "inline" => Inline(call.Takes(1, 1), names, outer),
            "stack" => Stack(call, names),
            "json_tuple" => JsonTuple(call, names),
            string other => throw SqlErrorException.NotSupported($"LATERAL VIEW {other}", call.Position),
        };
    }

    // Two names: the keys and the values of a map. Without names the type decides, which only the engine knows: see MapRows.
    private static string Explode(FunctionCall call, IReadOnlyList<string> names, bool outer)
    {
        if (names.Count < 2)
            return $"unnest({Rows(call[0], outer)}) AS {Name(names, 0, "col")}";
        return $"unnest({Rows($"map_keys({call[0]})", outer)}) AS {Name(names, 0, "key")}, unnest({Rows($"map_values({call[0]})", outer)}) "
            + $"AS {Name(names, 1, "value")}";
    }

    // Three names: the places, the keys and the values of a map.
    private static string PosExplode(FunctionCall call, IReadOnlyList<string> names, bool outer)
    {
        if (names.Count == 3)
        {
            string places = Rows($"list_transform(range(len(map_keys({call[0]}))), lambda p: CAST(p AS INTEGER))", outer);
            return $"unnest({places}) AS {DuckDb.Identifier(names[0])}, {Explode(call, [names[1], names[2]], outer)}";
        }
        string positions = Rows($"list_transform(range(len({call[0]})), lambda p: CAST(p AS INTEGER))", outer);
        return $"unnest({positions}) AS {Name(names, 0, "pos")}, unnest({Rows(call[0], outer)}) AS {Name(names, 1, "col")}";
    }

    private static string Inline(FunctionCall call, IReadOnlyList<string> names, bool outer)
    {
        string rows = Rows(call[0], outer);
        return names.Count == 0
            ? $"unnest({rows}, max_depth := 2)"
            : string.Join(", ", names.Select((name, index) =>
                $"unnest(list_transform({rows}, lambda item: struct_extract_at(item, {index + 1}))) AS {DuckDb.Identifier(name)}"));
    }

    private static string Stack(FunctionCall call, IReadOnlyList<string> names)
    {
        if (call.Count < 2 || !int.TryParse(call[0], out int rows) || rows < 1)
            throw new SqlErrorException(SqlState.UndefinedFunction, "stack takes a number of rows and the values", call.Position);
        string[] values = [.. call.Arguments.Skip(1)];
        int columns = (values.Length + rows - 1) / rows;
        return string.Join(", ", Enumerable.Range(0, columns).Select(column =>
        {
            IEnumerable<string> items =
                Enumerable.Range(0, rows).Select(row => values.ElementAtOrDefault(row * columns + column) ?? "NULL");
            return $"unnest([{string.Join(", ", items)}]) AS {Name(names, column, $"col{column}")}";
        }));
    }

    // A member of a JSON object by its name, dots and all; one row.
    private static string JsonTuple(FunctionCall call, IReadOnlyList<string> names)
    {
        string json = call.Takes(2, int.MaxValue)[0];
        return string.Join(", ", Enumerable.Range(1, call.Count - 1).Select(index =>
            $"(CASE WHEN json_valid({json}) THEN json_extract_string({json}, '/' || ({call[index]})) END) AS "
                + $"{Name(names, index - 1, $"c{index - 1}")}"));
    }

    private static string Rows(string list, bool outer) => outer ? $"CASE WHEN len({list}) > 0 THEN {list} ELSE [NULL] END" : list;

    private static string Name(IReadOnlyList<string> names, int index, string own) =>
        DuckDb.Identifier(index < names.Count ? names[index] : own);
}
