using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Profiles;

/// <summary>Which fields of a profile are kept on which edges.</summary>
public sealed record Projection
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name; one of its kind within a class.</summary>
    public string? Name { get; init; }

    /// <summary>The fields, with commas between.</summary>
    public string? Selector { get; init; }

    /// <summary>Class of the schema, for example <c>_xdm.context.profile</c>.</summary>
    public string? SchemaName { get; init; }

    /// <summary>Id of the destination.</summary>
    public string? DestinationId { get; init; }

    /// <summary>Version.</summary>
    public int Version { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
