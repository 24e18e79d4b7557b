using System.Text.Json.Serialization;

namespace Aep.Sdk.Sandboxes;

internal sealed record PartnershipBody(
    [property: JsonPropertyName("targetIMSOrgIds")] IReadOnlyList<string> TargetOrgIds,
    [property: JsonPropertyName("sourceIMSDetails")] OrganisationBody Source);
