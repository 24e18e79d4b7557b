using Refit;

namespace Aep.Sdk.Access;

/// <summary>Attribute-based access control (/administration): roles, policies, products.</summary>
internal interface IAccessAdministrationApi
{
    private const string Base = "/data/foundation/access-control/administration";

    [Get(Base + "/roles")]
    Task<AccessPage<Role>?> ListRolesAsync(string? start, int? limit, CancellationToken cancellationToken);

    [Post(Base + "/roles")]
    Task<Role?> CreateRoleAsync([Body] RoleDefinition body, CancellationToken cancellationToken);

    [Get(Base + "/roles/{roleId}")]
    Task<Role?> GetRoleAsync(string roleId, CancellationToken cancellationToken);

    [Put(Base + "/roles/{roleId}")]
    Task<Role?> ReplaceRoleAsync(string roleId, [Body] RoleDefinition body, CancellationToken cancellationToken);

    [Patch(Base + "/roles/{roleId}")]
    Task<Role?> PatchRoleAsync(string roleId, [Body] PatchBody body, CancellationToken cancellationToken);

    [Delete(Base + "/roles/{roleId}")]
    Task DeleteRoleAsync(string roleId, CancellationToken cancellationToken);

    [Get(Base + "/roles/{roleId}/subjects")]
    Task<AccessPage<RoleSubject>?> ListSubjectsAsync(string roleId, string? start, int? limit, CancellationToken cancellationToken);

    [Patch(Base + "/roles/{roleId}/subjects")]
    Task<AccessPage<RoleSubject>?> PatchSubjectsAsync(string roleId, [Body] JsonPatchOperation[] body, CancellationToken cancellationToken);

    [Get(Base + "/policies")]
    Task<AccessPage<AccessPolicy>?> ListPoliciesAsync(string? start, int? limit, CancellationToken cancellationToken);

    [Post(Base + "/policies")]
    Task<AccessPolicy?> CreatePolicyAsync([Body] AccessPolicyDefinition body, CancellationToken cancellationToken);

    [Get(Base + "/policies/{policyId}")]
    Task<AccessPolicy?> GetPolicyAsync(string policyId, CancellationToken cancellationToken);

    [Put(Base + "/policies/{policyId}")]
    Task<AccessPolicy?> ReplacePolicyAsync(string policyId, [Body] AccessPolicyDefinition body, CancellationToken cancellationToken);

    [Patch(Base + "/policies/{policyId}")]
    Task<AccessPolicy?> PatchPolicyAsync(string policyId, [Body] PatchBody body, CancellationToken cancellationToken);

    [Delete(Base + "/policies/{policyId}")]
    Task DeletePolicyAsync(string policyId, CancellationToken cancellationToken);

    [Get(Base + "/products")]
    Task<ProductList?> GetProductsAsync(CancellationToken cancellationToken);

    [Get(Base + "/products/{productId}/categories")]
    Task<CategoryList?> GetCategoriesAsync(string productId, CancellationToken cancellationToken);

    [Get(Base + "/products/{productId}/permission-sets")]
    Task<PermissionSetList?> GetPermissionSetsAsync(string productId, CancellationToken cancellationToken);
}
