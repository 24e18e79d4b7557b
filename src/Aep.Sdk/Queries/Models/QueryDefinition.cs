namespace Aep.Sdk.Queries;

/// <summary>A query to run in the background: SQL, or a saved template with its parameters.</summary>
public sealed record QueryDefinition
{
    private QueryDefinition()
    {
    }

    /// <summary>A query by its SQL.</summary>
    /// <param name="sql">The SQL, as an interpolated string or <see cref="SqlStatement.FromText"/>.</param>
    public QueryDefinition(SqlStatement sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        Sql = sql.ToString();
    }

    /// <summary>The SQL; null when the query comes from a template.</summary>
    public string? Sql { get; private init; }

    /// <summary>The template's id; null when the query has its own SQL.</summary>
    public string? TemplateId { get; private init; }

    /// <summary>Values for the <c>$key</c> parameters, without the dollar sign. The service puts them into the SQL as they are.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>A name to find the query by.</summary>
    public string? Name { get; init; }

    /// <summary>What the query is for.</summary>
    public string? Description { get; init; }

    /// <summary>The database, <c>{sandbox}:{database}</c>. By default all datasets of the client's sandbox: <c>{sandbox}:all</c>.</summary>
    public string? DbName { get; init; }

    /// <summary>The dataset whose rows the query adds to: it runs as INSERT INTO.</summary>
    public string? InsertInto { get; init; }

    /// <summary>The dataset that the query makes of its rows: it runs as CREATE TABLE AS.</summary>
    public QueryTable? CreateTable { get; init; }

    /// <summary>A query by a saved template.</summary>
    /// <param name="templateId">The template's id.</param>
    public static QueryDefinition FromTemplate(string templateId)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return new QueryDefinition { TemplateId = templateId };
    }
}
