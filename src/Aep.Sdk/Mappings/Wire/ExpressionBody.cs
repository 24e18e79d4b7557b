namespace Aep.Sdk.Mappings;

internal sealed record ExpressionBody(string Expression, string? MappingSetId, string? SampleData, string? SampleDataType);
