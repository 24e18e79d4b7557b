using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>A member of a role.</summary>
public sealed record RoleSubject
{
    /// <summary>Id of the role.</summary>
    public string? RoleId { get; init; }

    /// <summary>Kind: <c>user</c>, <c>api-integration</c>, …</summary>
    public string? SubjectType { get; init; }

    /// <summary>Id of the user or integration.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
