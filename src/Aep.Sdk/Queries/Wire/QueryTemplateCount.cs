namespace Aep.Sdk.Queries;

internal sealed record QueryTemplateCount(long TotalCount);
