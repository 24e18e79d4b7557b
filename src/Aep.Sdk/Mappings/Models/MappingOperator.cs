using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>An operator of Data Prep's language (<c>GET /languages/el/operators</c>).</summary>
public sealed record MappingOperator
{
    /// <summary>How it is written.</summary>
    public string? OperatorSymbol { get; init; }

    /// <summary>Its name.</summary>
    public string? MethodName { get; init; }

    /// <summary>How many operands it has.</summary>
    public int? NumberOfOperands { get; init; }

    /// <summary>What it does.</summary>
    public string? Description { get; init; }

    /// <summary>An example.</summary>
    public string? Example { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
