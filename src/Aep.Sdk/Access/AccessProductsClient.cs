using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Access;

/// <summary>
/// Products of the organisation and their permissions (<c>/administration/products</c>). The service gives each list on one page.
/// </summary>
public class AccessProductsClient
{
    private readonly IAccessAdministrationApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected AccessProductsClient() => _api = null!;

    internal AccessProductsClient(IAccessAdministrationApi api) => _api = api;

    /// <summary>The products. GET /administration/products.</summary>
    public virtual AepPageable<AccessProduct> ListAsync() => Pageable.OnOnePage(async cancellationToken =>
        (await _api.GetProductsAsync(cancellationToken).ConfigureAwait(false)).Required("GET /administration/products").Products);

    /// <summary>The categories of a product's permissions. GET /administration/products/{id}/categories.</summary>
    /// <param name="productId">Id of the product.</param>
    public virtual AepPageable<PermissionCategory> ListCategoriesAsync(string productId)
    {
        ArgumentException.ThrowIfNullOrEmpty(productId);
        return Pageable.OnOnePage(async cancellationToken =>
            (await _api.GetCategoriesAsync(productId, cancellationToken).ConfigureAwait(false))
                .Required("GET /administration/products/{id}/categories").Categories);
    }

    /// <summary>The permission sets of a product. GET /administration/products/{id}/permission-sets.</summary>
    /// <param name="productId">Id of the product.</param>
    public virtual AepPageable<PermissionSet> ListPermissionSetsAsync(string productId)
    {
        ArgumentException.ThrowIfNullOrEmpty(productId);
        return Pageable.OnOnePage(async cancellationToken =>
            (await _api.GetPermissionSetsAsync(productId, cancellationToken).ConfigureAwait(false))
                .Required("GET /administration/products/{id}/permission-sets").PermissionSets);
    }
}
