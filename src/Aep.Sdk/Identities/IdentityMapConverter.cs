using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>Reads and writes <c>{"ECID":[{"id":"…","primary":true}]}</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdentityMapConverter : JsonConverter<IdentityMap>
{
    /// <inheritdoc/>
    public override IdentityMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Dictionary<string, IdentityMapItem[]> read =
            JsonSerializer.Deserialize(ref reader, IdentityMapJson.Default.DictionaryStringIdentityMapItemArray)
            ?? throw new JsonException("An identity map must not be null.");
        return new IdentityMap(ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, read.Select(entry => KeyValuePair.Create(entry.Key, ImmutableArray.Create(entry.Value)))));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IdentityMap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (string code in value.Namespaces)
        {
            writer.WritePropertyName(code);
            JsonSerializer.Serialize(writer, [.. value[code]], IdentityMapJson.Default.IdentityMapItemArray);
        }
        writer.WriteEndObject();
    }
}
