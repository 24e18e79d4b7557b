using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Access;

/// <summary>A role: what its members may do, in which sandboxes.</summary>
public sealed record Role
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary><c>user-defined</c> or <c>system-defined</c>.</summary>
    public string? RoleType { get; init; }

    /// <summary>Names of the permission sets.</summary>
    public IReadOnlyList<string>? PermissionSets { get; init; }

    /// <summary>Names of the sandboxes.</summary>
    public IReadOnlyList<string>? Sandboxes { get; init; }

    /// <summary>Attributes of its members, such as labels.</summary>
    public SubjectAttributes? SubjectAttributes { get; init; }

    /// <summary>When it was created, in milliseconds since 1970 UTC.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>When it was changed last, in milliseconds since 1970 UTC.</summary>
    public long? ModifiedAt { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
