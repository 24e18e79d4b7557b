using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>Descriptors of the Schema Registry. Their media types begin with <c>xdm</c>; <c>v2</c> pages.</summary>
internal interface IDescriptorsApi
{
    private const string Listing = RegistryRoot.Path + "/{container}/descriptors";
    private const string Own = RegistryRoot.Path + "/tenant/descriptors";

    [Get(Listing)]
    [Headers("Accept: application/vnd.adobe.xdm-v2+json")]
    Task<DescriptorPage?> ListAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing)]
    [Headers("Accept: application/vnd.adobe.xdm-v2-id+json")]
    Task<RegistryPage<string>?> ListIdsAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing)]
    [Headers("Accept: application/vnd.adobe.xdm-v2-link+json")]
    Task<RegistryPage<string>?> ListLinksAsync(
        string container, string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property,
        CancellationToken cancellationToken);

    [Get(Listing + "/{id}")]
    [Headers("Accept: application/vnd.adobe.xdm+json")]
    Task<Descriptor?> GetAsync(string container, string id, CancellationToken cancellationToken);

    [Post(Own)]
    [Headers(RegistryRoot.Whole)]
    Task<Descriptor?> CreateAsync([Body] Descriptor body, CancellationToken cancellationToken);

    [Put(Own + "/{id}")]
    [Headers(RegistryRoot.Whole)]
    Task<Descriptor?> ReplaceAsync(string id, [Body] Descriptor body, CancellationToken cancellationToken);

    [Delete(Own + "/{id}")]
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
