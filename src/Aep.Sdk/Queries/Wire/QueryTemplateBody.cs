namespace Aep.Sdk.Queries;

internal sealed record QueryTemplateBody(string Name, string Sql, IReadOnlyDictionary<string, string> QueryParameters);
