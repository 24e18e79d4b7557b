using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Saved SQL with parameters (Query Service <c>/query-templates</c>).</summary>
public class QueryTemplatesClient
{
    private readonly IQueryTemplatesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected QueryTemplatesClient() => _api = null!;

    internal QueryTemplatesClient(IQueryTemplatesApi api) => _api = api;

    /// <summary>All templates, page by page. <c>GET /query-templates</c>.</summary>
    /// <param name="selection">Order and conditions on <c>name</c> (contains), <c>userId</c> and <c>lastUpdatedBy</c>.</param>
    public virtual AepPageable<QueryTemplate> ListAsync(QuerySelection? selection = null) =>
        QueryPaging.ByTime<QueryTemplatePage, QueryTemplate>(
            selection, "GET /query-templates",
            (order, size, start, cancellationToken) => _api.ListTemplatesAsync(order, size, start, selection?.Property, cancellationToken),
            page => page.Templates, page => page.Links);

    /// <summary>How many templates there are. <c>GET /query-templates/count</c>.</summary>
    /// <param name="userId">Only those of this user; null for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<long> CountAsync(string? userId = null, CancellationToken cancellationToken = default)
    {
        string? property = userId is null ? null : QueryFilter.Is("userId", userId).ToString();
        return (await _api.CountTemplatesAsync(property, cancellationToken).ConfigureAwait(false))
            .Required("GET /query-templates/count").TotalCount;
    }

    /// <summary>A template by id. <c>GET /query-templates/{id}</c>.</summary>
    /// <param name="templateId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryTemplate> GetAsync(string templateId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return (await _api.GetTemplateAsync(templateId, cancellationToken).ConfigureAwait(false))
            .Required("GET /query-templates/{templateId}");
    }

    /// <summary>Creates a template. <c>POST /query-templates</c>.</summary>
    /// <param name="definition">Name, SQL and parameters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<QueryTemplate> CreateAsync(QueryTemplateDefinition definition,
        CancellationToken cancellationToken = default) =>
        (await _api.CreateTemplateAsync(Body(definition), cancellationToken).ConfigureAwait(false)).Required("POST /query-templates");

    /// <summary>Replaces a template's name, SQL and parameters. <c>PUT /query-templates/{id}</c>.</summary>
    /// <param name="templateId">The template.</param>
    /// <param name="definition">Name, SQL and parameters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryTemplate> UpdateAsync(
        string templateId, QueryTemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return (await _api.UpdateTemplateAsync(templateId, Body(definition), cancellationToken).ConfigureAwait(false))
            .Required("PUT /query-templates/{templateId}");
    }

    /// <summary>The template with the definition's name, SQL and parameters: found, given the new ones, or created.</summary>
    /// <param name="definition">Name, SQL and parameters.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual async Task<QueryTemplate> GetOrCreateAsync(QueryTemplateDefinition definition,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        await foreach (QueryTemplate template in ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (template.Name != definition.Name) continue;
            return template.Sql == definition.Sql && Same(template.QueryParameters, definition.Parameters)
                ? template
                : await UpdateAsync(template.Id, definition, cancellationToken).ConfigureAwait(false);
        }

        return await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a template. <c>DELETE /query-templates/{id}</c>.</summary>
    /// <param name="templateId">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string templateId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(templateId);
        return _api.DeleteTemplateAsync(templateId, cancellationToken);
    }

    private static bool Same(IReadOnlyDictionary<string, string> some, IReadOnlyDictionary<string, string> others) =>
        some.Count == others.Count
        && some.All(parameter => others.TryGetValue(parameter.Key, out string? value) && value == parameter.Value);

    private static QueryTemplateBody Body(QueryTemplateDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new QueryTemplateBody(definition.Name, definition.Sql, definition.Parameters);
    }
}
