using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>An object of the catalog, of any kind.</summary>
public sealed record CatalogObject
{
    /// <summary>Id. In answers it is the key of the map, and of some kinds a member too.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";

    /// <summary>Name, of kinds that have one.</summary>
    public string? Name { get; init; }

    /// <summary>Version; it changes with each change of the object.</summary>
    public string? Version { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? Created { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? Updated { get; init; }

    /// <summary>The members that its kind has.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
