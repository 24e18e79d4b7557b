using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Schemas;

/// <summary>The XDM definitions of C#'s simple types.</summary>
internal static class XdmScalars
{
    // XDM's long has the numbers that a double holds exactly.
    private const long MaxLong = 9007199254740991;

    private static readonly Dictionary<Type, Func<JsonObject>> Known = new()
    {
        [typeof(string)] = () => Text(),
        [typeof(char)] = () => Text(),
        [typeof(Guid)] = () => Text(),
        [typeof(TimeOnly)] = () => Text(),
        [typeof(TimeSpan)] = () => Text(),
        [typeof(byte[])] = () => Text(), // in Base64, as the serializer writes it
        [typeof(Memory<byte>)] = () => Text(),
        [typeof(ReadOnlyMemory<byte>)] = () => Text(),
        [typeof(Uri)] = () => Text("uri"),
        [typeof(DateOnly)] = () => Text("date"),
        [typeof(DateTime)] = () => Text("date-time"),
        [typeof(DateTimeOffset)] = () => Text("date-time"),
        [typeof(bool)] = () => new JsonObject { ["type"] = "boolean" },
        [typeof(float)] = Number,
        [typeof(double)] = Number,
        [typeof(decimal)] = Number,
        [typeof(sbyte)] = () => Integer(sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = () => Integer(byte.MinValue, byte.MaxValue),
        [typeof(short)] = () => Integer(short.MinValue, short.MaxValue),
        [typeof(ushort)] = () => Integer(ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = () => Integer(int.MinValue, int.MaxValue),
        [typeof(uint)] = () => Integer(uint.MinValue, uint.MaxValue),
        [typeof(long)] = () => Integer(-MaxLong, MaxLong),
    };

    /// <returns>The definition; null for a type that is not simple, or that XDM does not have.</returns>
    public static JsonObject? Of(Type type) => Known.GetValueOrDefault(type)?.Invoke();

    /// <summary>
    /// An enum as the serializer writes it: texts become the values that are allowed, numbers a number. Flags are written several in one
    /// text, so that any text may come of them.
    /// </summary>
    /// <param name="type">The enum.</param>
    /// <param name="info">Of the enum, or of its nullable.</param>
    public static JsonObject OfEnum(Type type, JsonTypeInfo info)
    {
        JsonNode[] values =
        [
            .. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Distinct()
                .Select(value => JsonSerializer.SerializeToNode(Enum.ToObject(type, value), info)!),
        ];
        if (values.Length == 0 || values.Any(value => value.GetValueKind() != JsonValueKind.String))
            return Of(Enum.GetUnderlyingType(type)) ?? Integer(-MaxLong, MaxLong);
        JsonObject definition = Text();
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
            definition["enum"] = new JsonArray(values);
        return definition;
    }

    private static JsonObject Text(string? format = null) =>
        format is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["format"] = format };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject Integer(long minimum, long maximum) =>
        new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };
}
