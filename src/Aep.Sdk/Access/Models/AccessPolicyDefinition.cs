using System.Text.Json.Serialization;

namespace Aep.Sdk.Access;

/// <summary>An access policy to create, or what an existing one shall be.</summary>
/// <param name="Name">Name.</param>
/// <param name="Rules">What it permits and denies.</param>
public sealed record AccessPolicyDefinition(string Name, IReadOnlyList<AccessRule> Rules)
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    // The service asks for it beside the header.
    [JsonInclude]
    [JsonPropertyName("imsOrgID")]
    internal string? OrgId { get; init; }
}
