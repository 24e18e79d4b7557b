namespace Aep.Sdk.Queries;

internal sealed record QueryPatchBody(string Op);
