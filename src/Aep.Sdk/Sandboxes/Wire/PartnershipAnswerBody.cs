using System.Text.Json.Serialization;

namespace Aep.Sdk.Sandboxes;

internal sealed record PartnershipAnswerBody(
    [property: JsonPropertyName("linkingID")] string LinkingId,
    string Status,
    string Reason,
    [property: JsonPropertyName("targetIMSOrgDetails")] RegionalOrganisationBody Target);
