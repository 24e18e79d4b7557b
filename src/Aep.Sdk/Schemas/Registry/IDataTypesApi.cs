using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>Data types of the Schema Registry.</summary>
internal interface IDataTypesApi
{
    private const string Listing = RegistryRoot.Path + "/{container}/datatypes";
    private const string Own = RegistryRoot.Path + "/tenant/datatypes";

    [Get(Listing)]
    [Headers(RegistryRoot.Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing)]
    [Headers(RegistryRoot.Whole)]
    Task<RegistryPage<DataType>?> ListWholeAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing + "/{id}")]
    Task<DataType?> GetAsync(string container, string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Post(Own)]
    [Headers(RegistryRoot.Whole)]
    Task<DataType?> CreateAsync([Body] JsonObject body, CancellationToken cancellationToken);

    [Put(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<DataType?> ReplaceAsync(string id, [Body] JsonObject body, CancellationToken cancellationToken);

    [Patch(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<DataType?> PatchAsync(string id, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Delete(Own + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
