using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>A function of Data Prep's language (<c>GET /languages/el/functions</c>).</summary>
public sealed record MappingFunction
{
    /// <summary>Its family, for example <c>Date / Time</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Its name.</summary>
    public string? Function { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>How it is called.</summary>
    public string? Syntax { get; init; }

    /// <summary>What it gives.</summary>
    public string? Returns { get; init; }

    /// <summary>The type of that.</summary>
    public string? ReturnType { get; init; }

    /// <summary>An example.</summary>
    public string? Example { get; init; }

    /// <summary>What the example gives.</summary>
    public string? Result { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
