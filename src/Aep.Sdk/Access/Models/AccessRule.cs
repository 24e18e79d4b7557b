using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>A rule of an access policy.</summary>
public sealed record AccessRule
{
    /// <summary><c>Permit</c>, <c>Deny</c> or <c>Indeterminate</c>.</summary>
    public required string Effect { get; init; }

    /// <summary>What it is about, as a path with stars: <c>/orgs/{org}/sandboxes/*/schemas/*/schema-fields/*</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>When it counts: a JsonLogic expression over labels, as text.</summary>
    public string? Condition { get; init; }

    /// <summary>What it permits or denies, for example <c>com.adobe.action.read</c>.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
