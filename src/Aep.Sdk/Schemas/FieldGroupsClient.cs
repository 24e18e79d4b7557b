using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Schemas;

/// <summary>Field groups of the tenant container.</summary>
public class FieldGroupsClient
{
    private const int PageSize = 100;
    private readonly ISchemasApi _api;
    private readonly SchemasClient _schemas;

    internal FieldGroupsClient(ISchemasApi api, SchemasClient schemas)
    {
        _api = api;
        _schemas = schemas;
    }

    /// <summary>For substitutes in tests.</summary>
    protected FieldGroupsClient()
    {
        _api = null!;
        _schemas = null!;
    }

    /// <summary>The field groups, in the order of their titles. GET /tenant/fieldgroups.</summary>
    public virtual AepPageable<SchemaSummary> ListAsync() => ListAsync(null);

    /// <summary>A field group. GET /tenant/fieldgroups/{id}.</summary>
    /// <exception cref="AepNotFoundException">There is no such field group.</exception>
    public virtual async Task<FieldGroup> GetAsync(string id, CancellationToken cancellationToken = default) =>
        (await _api.GetFieldGroupAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /tenant/fieldgroups/{id}");

    /// <summary>Creates a field group, whether or not one with this title exists. POST /tenant/fieldgroups.</summary>
    public virtual async Task<FieldGroup> CreateAsync(FieldGroupDefinition definition, CancellationToken cancellationToken = default)
    {
        string tenantId = await _schemas.GetTenantIdAsync(cancellationToken).ConfigureAwait(false);
        return (await _api.CreateFieldGroupAsync(FieldGroupBody.From(definition, tenantId), cancellationToken).ConfigureAwait(false))
            .Required("POST /tenant/fieldgroups");
    }

    /// <summary>The field group with the definition's title, created when there is none.</summary>
    public virtual async Task<FieldGroup> GetOrCreateAsync(FieldGroupDefinition definition, CancellationToken cancellationToken = default)
    {
        SchemaSummary? existing = await ListAsync($"title=={definition.Title}")
            .FirstOrDefaultAsync(summary => summary.Title == definition.Title, cancellationToken).ConfigureAwait(false);
        return existing is null
            ? await CreateAsync(definition, cancellationToken).ConfigureAwait(false)
            : await GetAsync(existing.Id, cancellationToken).ConfigureAwait(false);
    }

    private AepPageable<SchemaSummary> ListAsync(string? property) => Pageable.ByToken<SchemaSummary>(async (token, size, cancellationToken) =>
    {
        RegistryPage<SchemaSummary> page = (await _api.ListFieldGroupsAsync("title", token, size ?? PageSize, property, cancellationToken)
            .ConfigureAwait(false)).Required("GET /tenant/fieldgroups");
        return new AepPage<SchemaSummary>(page.Results, page.Page?.Next);
    });
}
