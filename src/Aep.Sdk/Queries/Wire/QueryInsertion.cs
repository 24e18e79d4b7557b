namespace Aep.Sdk.Queries;

internal sealed record QueryInsertion(string DatasetName);
