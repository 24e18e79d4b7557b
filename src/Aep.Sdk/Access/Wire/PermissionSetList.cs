using System.Text.Json.Serialization;

namespace Aep.Sdk.Access;

internal sealed record PermissionSetList
{
    [JsonPropertyName("permission-sets")]
    public IReadOnlyList<PermissionSet> PermissionSets { get => field ?? []; init; }
}
