namespace Aep.Sdk.Queries;

internal sealed record AcceleratedQueryBody(string DbName, string? Sql, string? TemplateId, string? Name, string? Description);
