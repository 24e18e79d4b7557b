using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>Field groups of the Schema Registry.</summary>
internal interface IFieldGroupsApi
{
    private const string Listing = RegistryRoot.Path + "/{container}/fieldgroups";
    private const string Own = RegistryRoot.Path + "/tenant/fieldgroups";

    [Get(Listing)]
    [Headers(RegistryRoot.Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing)]
    [Headers(RegistryRoot.Whole)]
    Task<RegistryPage<FieldGroup>?> ListWholeAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing + "/{id}")]
    Task<FieldGroup?> GetAsync(string container, string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Post(Own)]
    [Headers(RegistryRoot.Whole)]
    Task<FieldGroup?> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<FieldGroup?> ReplaceAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Patch(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<FieldGroup?> PatchAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Own + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
