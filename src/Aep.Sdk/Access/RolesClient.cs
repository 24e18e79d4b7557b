using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Access;

/// <summary>Roles (<c>/administration/roles</c>): who may do what in which sandboxes.</summary>
public class RolesClient
{
    private readonly IAccessAdministrationApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected RolesClient() => _api = null!;

    internal RolesClient(IAccessAdministrationApi api) => _api = api;

    /// <summary>All roles, page by page. GET /administration/roles.</summary>
    public virtual AepPageable<Role> ListAsync() => Pageable.ByToken<Role>(async (start, size, cancellationToken) =>
    {
        AccessPage<Role> page =
            (await _api.ListRolesAsync(start, size, cancellationToken).ConfigureAwait(false)).Required("GET /administration/roles");
        return page.From(start);
    });

    /// <summary>A role. GET /administration/roles/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Role> GetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetRoleAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /administration/roles/{id}");
    }

    /// <summary>Creates a role, without permissions and members. POST /administration/roles.</summary>
    /// <param name="definition">The role.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<Role> CreateAsync(RoleDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.CreateRoleAsync(definition, cancellationToken).ConfigureAwait(false)).Required("POST /administration/roles");
    }

    /// <summary>Replaces name, description and type of a role. PUT /administration/roles/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Role> ReplaceAsync(string id, RoleDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(definition);
        return (await _api.ReplaceRoleAsync(id, definition, cancellationToken).ConfigureAwait(false))
            .Required("PUT /administration/roles/{id}");
    }

    /// <summary>Changes a role: its permission sets and sandboxes, for example. PATCH /administration/roles/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Role> UpdateAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return (await _api.PatchRoleAsync(id, new PatchBody([.. changes]), cancellationToken).ConfigureAwait(false))
            .Required("PATCH /administration/roles/{id}");
    }

    /// <summary>Deletes a role. DELETE /administration/roles/{id}.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _api.DeleteRoleAsync(id, cancellationToken);
    }

    /// <summary>The members of a role, page by page. GET /administration/roles/{id}/subjects.</summary>
    /// <param name="id">Id of the role.</param>
    public virtual AepPageable<RoleSubject> ListSubjectsAsync(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return Pageable.ByToken<RoleSubject>(async (start, size, cancellationToken) =>
        {
            AccessPage<RoleSubject> page = (await _api.ListSubjectsAsync(id, start, size, cancellationToken).ConfigureAwait(false))
                .Required("GET /administration/roles/{id}/subjects");
            return page.From(start);
        });
    }

    /// <summary>Adds and removes members of a role. PATCH /administration/roles/{id}/subjects.</summary>
    /// <param name="id">Id of the role.</param>
    /// <param name="changes">The changes: <c>JsonPatchOperation.Add("/user", "{user id}")</c>, for example.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The members afterwards.</returns>
    /// <exception cref="AepNotFoundException">There is no such role.</exception>
    public virtual async Task<IReadOnlyList<RoleSubject>> UpdateSubjectsAsync(
        string id, IEnumerable<JsonPatchOperation> changes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        return (await _api.PatchSubjectsAsync(id, [.. changes], cancellationToken).ConfigureAwait(false))
            .Required("PATCH /administration/roles/{id}/subjects").All;
    }
}
