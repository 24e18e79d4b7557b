using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Queries;

/// <summary>
/// The names within nested fields, as the members that take them are called: underscores do not count, as with columns. The keys of maps
/// stay.
/// </summary>
internal static class NestedNames
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, Dictionary<string, JsonPropertyInfo>> Known = [];

    private static readonly ConditionalWeakTable<JsonTypeInfo, StrongBox<bool>> Underscored = [];

    private static readonly JsonWriterOptions Writing =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The JSON with such names, as UTF-8.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ReadOnlySpan<byte> Fit(string text, JsonTypeInfo type)
    {
        byte[] json = Encoding.UTF8.GetBytes(text);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Copy(json, ref reader, writer, type);
        if (reader.Read()) throw new JsonException("There is more than one value.");
        writer.Flush();
        return buffer.WrittenSpan;
    }

    /// <summary>Whether names have to be looked at: an underscore is in the text, or in a member's name.</summary>
    public static bool Matter(string text, JsonTypeInfo type) => text.Contains('_')
        || Underscored.GetValue(type, static type => new StrongBox<bool>(HasUnderscores(type, []))).Value;

    private static bool HasUnderscores(JsonTypeInfo type, HashSet<Type> seen) => seen.Add(type.Type)
        && (Members(type).Values.Any(member =>
                member.Name.Contains('_') || (Of(type, member.PropertyType) is { } inner && HasUnderscores(inner, seen)))
            || (Of(type, type.ElementType) is { } element && HasUnderscores(element, seen)));

    private static void Copy(byte[] json, ref Utf8JsonReader reader, Utf8JsonWriter writer, JsonTypeInfo? type)
    {
        bool members = reader.TokenType == JsonTokenType.StartObject
            && type is { Kind: JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary };
        if (members)
        {
            writer.WriteStartObject();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                JsonPropertyInfo? member = type!.Kind == JsonTypeInfoKind.Object ? Members(type).GetValueOrDefault(Plain(name)) : null;
                writer.WritePropertyName(member?.Name ?? name);
                reader.Read();
                Copy(json, ref reader, writer, Of(type, member is null ? type.ElementType : member.PropertyType));
            }

            writer.WriteEndObject();
        }
        else if (reader.TokenType == JsonTokenType.StartArray && type is { Kind: JsonTypeInfoKind.Enumerable })
        {
            writer.WriteStartArray();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                Copy(json, ref reader, writer, Of(type, type.ElementType));
            writer.WriteEndArray();
        }
        else
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            writer.WriteRawValue(json.AsSpan(start, (int)reader.BytesConsumed - start), skipInputValidation: true);
        }
    }

    // What the caller's metadata do not know stays as it is: reading it says what is missing.
    private static JsonTypeInfo? Of(JsonTypeInfo owner, Type? type) =>
        type is not null && owner.Options.TryGetTypeInfo(type, out JsonTypeInfo? info) ? info : null;

    private static Dictionary<string, JsonPropertyInfo> Members(JsonTypeInfo type) => Known.GetValue(type, static type =>
    {
        var members = new Dictionary<string, JsonPropertyInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonPropertyInfo member in type.Properties.Where(member => !member.IsExtensionData))
            members.TryAdd(Plain(member.Name), member);
        return members;
    });

    /// <summary>What counts of the name of a column, a field or a member; nor does its case.</summary>
    public static string Plain(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal);
}
