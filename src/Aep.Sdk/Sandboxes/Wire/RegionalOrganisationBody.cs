namespace Aep.Sdk.Sandboxes;

internal sealed record RegionalOrganisationBody(string Id, string Name, string Region);
