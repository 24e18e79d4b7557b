using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>Classes of the Schema Registry.</summary>
internal interface IClassesApi
{
    private const string Listing = RegistryRoot.Path + "/{container}/classes";
    private const string Own = RegistryRoot.Path + "/tenant/classes";

    [Get(Listing)]
    [Headers(RegistryRoot.Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing)]
    [Headers(RegistryRoot.Whole)]
    Task<RegistryPage<XdmClass>?> ListWholeAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing + "/{id}")]
    Task<XdmClass?> GetAsync(string container, string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Post(Own)]
    [Headers(RegistryRoot.Whole)]
    Task<XdmClass?> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<XdmClass?> ReplaceAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Patch(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<XdmClass?> PatchAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Own + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
