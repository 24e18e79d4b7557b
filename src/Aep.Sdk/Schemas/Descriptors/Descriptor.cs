using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>
/// What is said of fields of a schema beyond their type: that one is an identity, leads to another schema, is deprecated.
/// </summary>
[JsonConverter(typeof(DescriptorConverter))]
public abstract record Descriptor
{
    /// <summary>Id of the descriptor (<c>@id</c>); null as long as it has not been created.</summary>
    [JsonPropertyName("@id")]
    public string? Id { get; init; }

    /// <summary>Type of the descriptor (<c>@type</c>), for example <c>xdm:descriptorIdentity</c>.</summary>
    [JsonPropertyName("@type")]
    public abstract string Type { get; init; }

    /// <summary><c>$id</c> of the schema that it belongs to.</summary>
    [JsonPropertyName("xdm:sourceSchema")]
    public string SourceSchema { get; init; } = "";

    /// <summary>Major version of that schema; there is one.</summary>
    [JsonPropertyName("xdm:sourceVersion")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int SourceVersion { get; init; } = 1;

    /// <summary>
    /// The fields, as paths with slashes and without the word <c>properties</c>: <c>/_acme/userid</c>. Most types take one.
    /// </summary>
    [JsonPropertyName("xdm:sourceProperty")]
    [JsonConverter(typeof(OneOrManyConverter))]
    public IReadOnlyList<string> SourceProperties { get => field ?? []; init; }

    /// <summary>The field; the first of <see cref="SourceProperties"/> where there are several.</summary>
    [JsonIgnore]
    public string SourceProperty
    {
        get => SourceProperties.Count == 0 ? "" : SourceProperties[0];
        init => SourceProperties = [value];
    }

    /// <summary>When and by whom it was made.</summary>
    [JsonPropertyName("meta:registryMetadata")]
    public RegistryMetadata? Metadata { get; init; }

    /// <summary>When it was made; null where the registry does not say.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt => Metadata?.CreatedAt
        ?? (AdditionalProperties.TryGetValue("created", out JsonElement created) && created.ValueKind == JsonValueKind.Number
            && created.TryGetInt64(out long time)
            ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : null);

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    /// <summary>What must be filled in, with its name on the wire; null for what the type does not need.</summary>
    internal virtual IEnumerable<(string Name, string? Value)> Needed =>
        [("xdm:sourceSchema", SourceSchema), ("xdm:sourceProperty", SourceProperty)];
}
