using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Access;

/// <summary>The names of all permissions and resource types.</summary>
internal sealed record AccessReference
{
    public IReadOnlyDictionary<string, JsonElement> Permissions { get => field ?? new Dictionary<string, JsonElement>(); init; }

    [JsonPropertyName("resource-types")]
    public IReadOnlyDictionary<string, JsonElement> ResourceTypes { get => field ?? new Dictionary<string, JsonElement>(); init; }
}
