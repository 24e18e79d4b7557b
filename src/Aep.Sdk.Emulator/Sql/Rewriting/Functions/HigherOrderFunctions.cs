using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Functions that take a lambda. Spark's index starts at 0, the engine's at 1.</summary>
internal static class HigherOrderFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionTranslation> All = new Dictionary<string, FunctionTranslation>
    {
        ["transform"] = call => $"list_transform({call.Takes(2, 2)[0]}, {Lambda(call, 1)})",
        ["filter"] = call => $"list_filter({call.Takes(2, 2)[0]}, {Lambda(call, 1)})",
        ["exists"] = call => $"coalesce(list_bool_or(list_transform({call.Takes(2, 2)[0]}, {Lambda(call, 1)})), false)",
        ["forall"] = call => $"coalesce(list_bool_and(list_transform({call.Takes(2, 2)[0]}, {Lambda(call, 1)})), true)",
        ["aggregate"] = Aggregate,
        ["reduce"] = Aggregate,
        ["zip_with"] = call => ZipWith(call.Takes(3, 3)),
        ["transform_keys"] = call => MapOf(call, $"{{'k': {Entry(call)}, 'v': entry.value}}"),
        ["transform_values"] = call => MapOf(call, $"{{'k': entry.key, 'v': {Entry(call)}}}"),
        ["map_filter"] = call => $"map_from_entries(list_filter(map_entries({call.Takes(2, 2)[0]}), lambda entry: {Entry(call)}))",
        ["array_sort"] = call => call.Takes(1, 2).Count == 1 ? $"array_sort({call[0]})" : Sorted(call),
        ["map_zip_with"] = call => ZipMaps(call.Takes(3, 3)),
    };

    /// <summary>Whether a call of one of these names really is one: <c>EXISTS (SELECT …)</c> and <c>FILTER (WHERE …)</c> are not.</summary>
    public static bool IsCall(SqlTokens tokens, int index, int close) =>
        !tokens.IsAny(index, "EXISTS", "FILTER", "TRANSFORM", "AGGREGATE", "REDUCE")
            || tokens.Arguments(index + 1, close).Skip(1).Any(range => IsLambda(tokens, range));

    private static string Aggregate(FunctionCall call)
    {
        string[] names = Parameters(call.Takes(3, 4), 2, out Range body);
        string list = ReadsFields(call, names, body)
            ? OverItems(call, names, body)
            : $"list_reduce({call[0]}, {Lambda(call, 2)}, {call[1]})";
        return call.Count == 3 ? list : $"list_transform([{list}], {Lambda(call, 3)})[1]";
    }

    // (sum, item) -> sum + item.price: the items are structs, and what is summed up is not.
    private static bool ReadsFields(FunctionCall call, string[] names, Range body) => names.Length == 2
        && Enumerable.Range(body.Start.Value, body.End.Value - body.Start.Value).Any(index => call.Tokens.IsName(index)
            && call.Tokens.IsSymbol(index + 1, ".") && !call.Tokens.IsSymbol(index - 1, ".")
            && DuckDb.Identifier(call.Tokens.Name(index)).Equals(names[1], StringComparison.OrdinalIgnoreCase));

    // The engine reduces a list to what its items are: here to the sum so far beside each item.
    private static string OverItems(FunctionCall call, string[] names, Range body)
    {
        string initial = call[1];
        string next = $"list_transform([so_far.state], lambda {names[0]}: "
            + $"list_transform([next.item], lambda {names[1]}: {call.Render(body)})[1])[1]";
        return $"list_reduce(list_transform({call[0]}, lambda listed: {{'state': {initial}, 'item': listed}}), "
            + $"lambda so_far, next: {{'state': {next}, 'item': next.item}}, {{'state': {initial}, 'item': NULL}}).state";
    }

    private static string ZipWith(FunctionCall call)
    {
        string[] names = Parameters(call, 2, out Range body);
        if (names.Length != 2)
            throw new SqlErrorException(SqlState.SyntaxError, "zip_with takes a lambda of two parameters", call.Position);
        (string first, string second) = (call[0], call[1]);
        return $"list_transform(range(1, greatest(len({first}), len({second})) + 1), lambda zip_index: "
            + $"list_transform([({first})[zip_index]], lambda {names[0]}: list_transform([({second})[zip_index]], lambda {names[1]}: "
            + $"{call.Render(body)})[1])[1])";
    }

    // The place of an item is the number of those that the comparison puts before it; of equals, the one that came first.
    private static string Sorted(FunctionCall call)
    {
        string[] names = Parameters(call, 1, out Range body);
        if (names.Length != 2)
            throw new SqlErrorException(SqlState.SyntaxError, "array_sort takes a lambda of two parameters", call.Position);
        string before = $"coalesce({call.Render(body)}, 0) < CASE WHEN other_index < item_index THEN 1 ELSE 0 END";
        string place = $"len(list_filter(sorted_list, lambda {names[0]}, other_index: {before}))";
        return $"list_transform([{call[0]}], lambda sorted_list: list_transform(list_sort(list_transform(sorted_list, "
            + $"lambda {names[1]}, item_index: {{'place': {place}, 'item': {names[1]}}})), lambda placed: placed.item))[1]";
    }

    // The keys of both maps, those of the first one first.
    private static string ZipMaps(FunctionCall call)
    {
        string[] names = Parameters(call, 2, out Range body);
        if (names.Length != 3)
            throw new SqlErrorException(SqlState.SyntaxError, "map_zip_with takes a lambda of three parameters", call.Position);
        (string first, string second) = (call[0], call[1]);
        string value = $"list_transform([({first})[{names[0]}]], lambda {names[1]}: "
            + $"list_transform([({second})[{names[0]}]], lambda {names[2]}: {call.Render(body)})[1])[1]";
        return $"map_from_entries(list_transform(array_union(map_keys({first}), map_keys({second})), "
            + $"lambda {names[0]}: {{'k': {names[0]}, 'v': {value}}}))";
    }

    private static string MapOf(FunctionCall call, string entry) =>
        $"map_from_entries(list_transform(map_entries({call.Takes(2, 2)[0]}), lambda entry: {entry}))";

    // The value of a lambda of key and value, at the entry of a map.
    private static string Entry(FunctionCall call)
    {
        string[] names = Parameters(call, 1, out Range body);
        return names.Length == 2
            ? $"list_transform([entry.key], lambda {names[0]}: list_transform([entry.value], lambda {names[1]}: {call.Render(body)})[1])[1]"
            : throw new SqlErrorException(SqlState.SyntaxError, $"{call.Name} takes a lambda of two parameters", call.Position);
    }

    private static string Lambda(FunctionCall call, int argument)
    {
        string[] names = Parameters(call, argument, out Range body);
        string text = call.Render(body);
        bool indexed = names.Length == 2 && call.Name is "transform" or "filter" && names.Length == 2;
        // The second parameter of transform and filter is an index: an inner lambda shifts it to where Spark begins.
        return indexed
            ? $"lambda {names[0]}, engine_index: list_transform([engine_index - 1], lambda {names[1]}: {text})[1]"
            : $"lambda {string.Join(", ", names)}: {text}";
    }

    private static string[] Parameters(FunctionCall call, int argument, out Range body)
    {
        (SqlTokens tokens, Range range) = (call.Tokens, call.Ranges[argument]);
        if (!IsLambda(tokens, range))
            throw new SqlErrorException(SqlState.SyntaxError, $"{call.Name} takes a lambda: x -> …", tokens[range.Start.Value].Start);
        int arrow = Arrow(tokens, range);
        body = (arrow + 1)..range.End;
        return [.. Enumerable.Range(range.Start.Value, arrow - range.Start.Value).Where(tokens.IsName)
            .Select(index => DuckDb.Identifier(tokens.Name(index)))];
    }

    private static bool IsLambda(SqlTokens tokens, Range range) => Arrow(tokens, range) is int arrow and > 0 && arrow + 1 < range.End.Value;

    private static int Arrow(SqlTokens tokens, Range range)
    {
        (int from, int to) = (range.Start.Value, range.End.Value);
        if (tokens.IsName(from) && tokens.IsSymbol(from + 1, "->") && from + 1 < to)
            return from + 1;
        if (!tokens.IsSymbol(from, "("))
            return -1;
        int close = tokens.Close(from, to);
        return close + 1 < to && tokens.IsSymbol(close + 1, "->") ? close + 1 : -1;
    }
}
