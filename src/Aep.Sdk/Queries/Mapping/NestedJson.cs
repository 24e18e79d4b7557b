using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Queries;

/// <summary>Nested fields, which come as JSON, as the types of the members that take them.</summary>
internal static class NestedJson
{
    private static readonly ConditionalWeakTable<IJsonTypeInfoResolver, JsonSerializerOptions> Known = [];

    private static readonly Lazy<JsonSerializerOptions?> Reflection = new(ByReflection);

    /// <summary>Options that read with a caller's metadata; null where there is none.</summary>
    public static JsonSerializerOptions? Options(IJsonTypeInfoResolver? resolver) =>
        resolver is null ? null : Known.GetValue(resolver, With);

    /// <exception cref="InvalidCastException">The type is not known, or the text is not JSON.</exception>
    public static object? Read(string text, Type type, JsonSerializerOptions? json)
    {
        json ??= Reflection.Value
            ?? throw new InvalidCastException($"set QueryOptions.Json to a JsonSerializerContext that knows {type.Name}.");
        if (text.Length == 0 || text[0] is not ('{' or '[' or '"'))
            throw new InvalidCastException("the text is not JSON. A nested field comes as JSON after SET auto_to_json=true.");
        JsonTypeInfo info = json.GetTypeInfo(type);
        return NestedNames.Matter(text, info)
            ? JsonSerializer.Deserialize(NestedNames.Fit(text, info), info)
            : JsonSerializer.Deserialize(text, info);
    }

    private static JsonSerializerOptions With(IJsonTypeInfoResolver resolver) =>
        new() { TypeInfoResolver = resolver, PropertyNameCaseInsensitive = true };

    [UnconditionalSuppressMessage("Trimming", "IL2026",
        Justification = "Not reached where reflection is switched off, as it is in a trimmed program.")]
    [UnconditionalSuppressMessage("AOT", "IL3050",
        Justification = "Not reached where reflection is switched off, as it is in a program compiled ahead of time.")]
    private static JsonSerializerOptions? ByReflection() =>
        JsonSerializer.IsReflectionEnabledByDefault ? With(new DefaultJsonTypeInfoResolver()) : null;
}
