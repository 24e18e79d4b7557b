using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>An identity of an <see cref="IdentityMap"/>.</summary>
/// <param name="Id">The value.</param>
public sealed record IdentityMapItem(string Id)
{
    /// <summary>Whether the record is filed under this identity.</summary>
    [JsonPropertyName("primary")]
    public bool IsPrimary { get; init; }

    /// <summary><c>ambiguous</c>, <c>authenticated</c> or <c>loggedOut</c>; null where it is not said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AuthenticatedState { get; init; }
}
