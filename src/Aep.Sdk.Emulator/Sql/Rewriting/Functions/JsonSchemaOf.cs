using System.Text.Json;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>schema_of_json</c>: the type of a JSON literal in Spark's DDL. Spark takes a constant, so the answer is one, too. Members come by
/// name; the items of a list have one type that holds them all.
/// </summary>
internal static class JsonSchemaOf
{
    private const string Text = "STRING";
    private const string Nothing = "VOID"; // what only NULL has shown, until something else does
    private const int MostDigits = 38;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    public static string Of(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Options);
        return Type(document.RootElement).Name;
    }

    private static SchemaType Type(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new SchemaType("STRUCT", new SortedDictionary<string, SchemaType>(
            value.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => Type(member.Value)),
            StringComparer.Ordinal), null),
        JsonValueKind.Array => new SchemaType(
            "ARRAY", null, value.EnumerateArray().Select(Type).Aggregate(SchemaType.Of(Nothing), Merge)),
        JsonValueKind.Number => SchemaType.Of(Number(value)),
        JsonValueKind.True or JsonValueKind.False => SchemaType.Of("BOOLEAN"),
        JsonValueKind.Null => SchemaType.Of(Nothing),
        _ => SchemaType.Of(Text),
    };

    private static string Number(JsonElement value)
    {
        string text = value.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
            return "DOUBLE";
        int digits = text.TrimStart('-').Length;
        return value.TryGetInt64(out _) ? "BIGINT" : digits <= MostDigits ? $"DECIMAL({digits},0)" : "DOUBLE";
    }

    private static SchemaType Merge(SchemaType first, SchemaType second)
    {
        if (first.Kind == Nothing || second.Kind == Nothing)
            return first.Kind == Nothing ? second : first;
        if (first.Members is { } some && second.Members is { } others)
        {
            SortedDictionary<string, SchemaType> members = new(some.ToDictionary(), StringComparer.Ordinal);
            foreach ((string name, SchemaType type) in others)
                members[name] = members.TryGetValue(name, out SchemaType? known) ? Merge(known, type) : type;
            return new SchemaType(first.Kind, members, null);
        }
        if (first.Item is { } item && second.Item is { } other)
            return new SchemaType(first.Kind, null, Merge(item, other));
        if (first.Kind == second.Kind && first.Members is null && first.Item is null)
            return first;
        return SchemaType.Of(first.IsNumber && second.IsNumber ? "DOUBLE" : Text);
    }

    private sealed record SchemaType(string Kind, SortedDictionary<string, SchemaType>? Members, SchemaType? Item)
    {
        public static SchemaType Of(string kind) => new(kind, null, null);

        public bool IsNumber => Kind is "BIGINT" or "DOUBLE" || Kind.StartsWith("DECIMAL", StringComparison.Ordinal);

        public string Name => Members is not null
            ? $"STRUCT<{string.Join(", ", Members.Select(member => $"{member.Key}: {member.Value.Name}"))}>"
            : Item is not null ? $"ARRAY<{Item.Name}>" : Kind == Nothing ? Text : Kind;
    }
}
