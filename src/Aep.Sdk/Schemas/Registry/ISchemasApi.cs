using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>Schemas of the Schema Registry.</summary>
internal interface ISchemasApi
{
    private const string Listing = RegistryRoot.Path + "/{container}/schemas";
    private const string Own = RegistryRoot.Path + "/tenant/schemas";

    [Get(Listing)]
    [Headers(RegistryRoot.Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing)]
    [Headers(RegistryRoot.Whole)]
    Task<RegistryPage<Schema>?> ListWholeAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing + "/{id}")]
    Task<Schema?> GetAsync(string container, string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Post(Own)]
    [Headers(RegistryRoot.Whole)]
    Task<Schema?> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<Schema?> ReplaceAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Patch(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<Schema?> PatchAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Own + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
