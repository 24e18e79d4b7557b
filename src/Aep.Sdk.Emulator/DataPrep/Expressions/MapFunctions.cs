namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>Functions of maps: objects whose keys are data.</summary>
internal static class MapFunctions
{
    private const string Category = "Hierarchies - Map";

    public static IReadOnlyList<Function> All { get; } =
    [
        Of("map_get_values", 2, 2, "map_get_values(book_details, \"author\")", values => Pick(Required(values[0]), Keys(values[1]))),
        Of("map_has_keys", 2, 2, "map_has_keys(book_details, \"author\")", values => Keys(values[1]).Any(Required(values[0]).ContainsKey)),
        Of("add_to_map", 2, Function.Any, "add_to_map(one, other)", Join),
        Of("to_map", 2, Function.Any, "to_map(\"firstName\", \"John\")", Pairs),
        Of("array_to_map", 2, 2, "array_to_map(addresses, \"type\")", values => ByMember(values[0], Values.Text(values[1]))),
        Of("object_to_map", 1, Function.Any, "object_to_map(addresses, type)", ToMap) with { NamesMember = true },
        new("get", "Hierarchies - Objects", 2, 2, "str_to_object(\"a:1\").get(\"a\")",
            (_, values) => (values[0] as Dictionary<string, object?>)?.GetValueOrDefault(Values.Text(values[1]))),
    ];

    private static Function Of(string name, int least, int most, string example, Func<object?[], object?> apply) =>
        new(name, Category, least, most, example, (_, values) =>
        values[0] is null ? null : apply(values));

    // Three ways: pairs of key and value, an object, or a list of objects and the member that is the key.
    private static object? ToMap(object?[] values) => values switch
    {
        [var only] => Required(only),
        [List<object?> items, var member] => ByMember(items, Values.Text(member)),
        _ => Pairs(values),
    };

    private static Dictionary<string, object?> Pairs(object?[] values) => values.Length % 2 == 0
        ? First(values.Chunk(2).Select(pair => KeyValuePair.Create(Values.Text(pair[0]), pair[1])))
        : throw new ExpressionException("A map takes pairs of key and value.");

    private static Dictionary<string, object?> Join(object?[] values) =>
        First(values.Where(value => value is not null).SelectMany(Required));

    private static Dictionary<string, object?>? ByMember(object? items, string member) => items is null ? null : First(Lists.Required(items)
        .Select(Required)
        .Where(item => item.GetValueOrDefault(member) is not null)
        .Select(item => KeyValuePair.Create(Values.Text(item[member]), (object?)item)));

    private static Dictionary<string, object?> Pick(Dictionary<string, object?> map, IReadOnlyList<string> keys) =>
        First(keys.Where(map.ContainsKey).Select(key => KeyValuePair.Create(key, map[key])));

    // Of keys that come twice the first one holds.
    private static Dictionary<string, object?> First(IEnumerable<KeyValuePair<string, object?>> members) =>
        members.DistinctBy(member => member.Key).ToDictionary(member => member.Key, member => member.Value);

    private static IReadOnlyList<string> Keys(object? value) => [.. Lists.Flat([value]).Select(Values.Text)];

    private static Dictionary<string, object?> Required(object? value) =>
        value as Dictionary<string, object?> ?? throw new ExpressionException($"'{Values.Text(value)}' is not an object.");
}
