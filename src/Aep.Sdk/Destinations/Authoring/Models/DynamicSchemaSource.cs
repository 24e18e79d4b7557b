using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>A server that knows the fields of a destination, or the values of a field.</summary>
public sealed record DynamicSchemaSource
{
    /// <summary>Who authenticates there.</summary>
    public AuthenticationRule? AuthenticationRule { get; init; }

    /// <summary>The server.</summary>
    public string? DestinationServerId { get; init; }

    /// <summary>For fields, the schema's name for customers; for values, the list in the answer.</summary>
    public string? Value { get; init; }

    /// <summary><c>SCHEMA</c> for fields, <c>NAME_VALUE</c> for values.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
