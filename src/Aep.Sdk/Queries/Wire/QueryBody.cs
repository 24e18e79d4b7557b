namespace Aep.Sdk.Queries;

internal sealed class QueryBody
{
    public required string DbName { get; init; }

    public string? Sql { get; init; }

    public string? TemplateId { get; init; }

    public IReadOnlyDictionary<string, string>? QueryParameters { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }
}
