namespace Aep.Sdk.Queries;

internal sealed class QueryBody
{
    public required string DbName { get; init; }

    public string? Sql { get; init; }

    public string? TemplateId { get; init; }

    public IReadOnlyDictionary<string, string>? QueryParameters { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public QueryInsertion? InsertIntoParameters { get; init; }

    public QueryTable? CtasParameters { get; init; }

    public static QueryBody From(QueryDefinition definition, string sandboxName) => new()
    {
        DbName = definition.DbName ?? $"{sandboxName}:all",
        Sql = definition.Sql,
        TemplateId = definition.TemplateId,
        QueryParameters = definition.Parameters.Count == 0 ? null : definition.Parameters,
        Name = definition.Name,
        Description = definition.Description,
        InsertIntoParameters = definition.InsertInto is { } dataset ? new QueryInsertion(dataset) : null,
        CtasParameters = definition.CreateTable,
    };
}
