using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>Something that can be chosen for a property of a connection.</summary>
public sealed record ConfigItem
{
    /// <summary>The column's name, where columns can be chosen.</summary>
    public string? ColumnName { get; init; }

    /// <summary>The column's type.</summary>
    public string? ColumnType { get; init; }

    /// <summary>The id, where things with ids can be chosen.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
