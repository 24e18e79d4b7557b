namespace Aep.Sdk.Sandboxes;

internal sealed record OrganisationBody(string Id, string Name);
