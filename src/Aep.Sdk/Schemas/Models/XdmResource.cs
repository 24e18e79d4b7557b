using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>What every resource of the registry has: schemas, classes, field groups, data types, behaviors and unions.</summary>
public abstract record XdmResource
{
    /// <summary>The URI that names the resource (<c>$id</c>).</summary>
    [JsonPropertyName("$id")]
    public required string Id { get; init; }

    /// <summary>The short name that may stand in its place (<c>meta:altId</c>).</summary>
    [JsonPropertyName("meta:altId")]
    public string AltId { get => field ?? ""; init; }

    /// <summary>Title; empty in the formats without texts.</summary>
    public string Title { get => field ?? ""; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Version: <c>1.4</c>. The registry counts up the second number with each change.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Version { get; init; }

    /// <summary>What the resource is composed of; empty in the full formats, which have the fields themselves.</summary>
    public IReadOnlyList<XdmReference> AllOf { get => field ?? []; init; }

    /// <summary>The organisation's namespace, <c>_acme</c>; null for Adobe's resources.</summary>
    [JsonPropertyName("meta:tenantNamespace")]
    public string? TenantNamespace { get; init; }

    /// <summary>When and by whom it was made, and its ETag.</summary>
    [JsonPropertyName("meta:registryMetadata")]
    public RegistryMetadata? Metadata { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    /// <summary>The whole document, as the registry gave it.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, SchemasJson.Default.GetTypeInfo(GetType())!);
}
