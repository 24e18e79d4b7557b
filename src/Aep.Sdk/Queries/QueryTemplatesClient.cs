using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Saved SQL with parameters (Query Service <c>/query-templates</c>).</summary>
public class QueryTemplatesClient
{
    private readonly IQueriesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected QueryTemplatesClient() => _api = null!;

    internal QueryTemplatesClient(IQueriesApi api) => _api = api;

    /// <summary>All templates, newest first, page by page.</summary>
    public virtual AepPageable<QueryTemplate> ListAsync() => QueryPaging.Templates(_api);

    /// <summary>A template by id.</summary>
    /// <param name="templateId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryTemplate> GetAsync(string templateId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return (await _api.GetTemplateAsync(templateId, cancellationToken).ConfigureAwait(false)).Required("GET /query-templates/{templateId}");
    }

    /// <summary>Creates a template.</summary>
    /// <param name="definition">Name and SQL.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<QueryTemplate> CreateAsync(QueryTemplateDefinition definition, CancellationToken cancellationToken = default) =>
        (await _api.CreateTemplateAsync(Body(definition), cancellationToken).ConfigureAwait(false)).Required("POST /query-templates");

    /// <summary>Replaces a template's name and SQL.</summary>
    /// <param name="templateId">The template.</param>
    /// <param name="definition">Name and SQL.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryTemplate> UpdateAsync(
        string templateId, QueryTemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return (await _api.UpdateTemplateAsync(templateId, Body(definition), cancellationToken).ConfigureAwait(false)).Required("PUT /query-templates/{templateId}");
    }

    /// <summary>The template with the definition's name and SQL: found, given the new SQL, or created.</summary>
    /// <param name="definition">Name and SQL.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<QueryTemplate> GetOrCreateAsync(QueryTemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        await foreach (QueryTemplate template in ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (template.Name != definition.Name) continue;
            return template.Sql == definition.Sql
                ? template
                : await UpdateAsync(template.Id, definition, cancellationToken).ConfigureAwait(false);
        }

        return await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a template.</summary>
    /// <param name="templateId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string templateId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return _api.DeleteTemplateAsync(templateId, cancellationToken);
    }

    private static QueryTemplateBody Body(QueryTemplateDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new QueryTemplateBody(definition.Name, definition.Sql, new Dictionary<string, string>());
    }
}
