using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Sandboxes;

/// <summary>Sandboxes of the organisation (Sandbox API), and packages that take objects from one to another.</summary>
public class SandboxesClient
{
    private readonly ISandboxesApi _api;
    private readonly AepOptions _options;
    private readonly Secret? _userToken;

    /// <summary>For substitutes in tests.</summary>
    protected SandboxesClient()
    {
        _api = null!;
        _options = null!;
        Packages = null!;
        Sharing = null!;
    }

    internal SandboxesClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(SandboxesJson.Default, RefitStubs.SandboxesApi);
        _options = pipeline.Options;
        ISandboxToolingApi tooling = pipeline.Api(SandboxesJson.Default, RefitStubs.SandboxToolingApi);
        Packages = new SandboxPackagesClient(tooling);
        Sharing = new PackageSharingClient(tooling);
    }

    private SandboxesClient(SandboxesClient other, Secret userToken)
    {
        (_api, _options, _userToken) = (other._api, other._options, userToken);
        (Packages, Sharing) = (other.Packages, other.Sharing);
    }

    /// <summary>Packages of objects.</summary>
    public virtual SandboxPackagesClient Packages { get; }

    /// <summary>Packages that go to other organisations.</summary>
    public virtual PackageSharingClient Sharing { get; }

    /// <summary>
    /// The sandboxes as a user sees them: the service looks them up with the user's access token instead of the credential's (header
    /// <c>x-user-token</c>). Packages go on with the credential's: their service takes no such token.
    /// </summary>
    /// <param name="userToken">The user's access token.</param>
    public virtual SandboxesClient ForUser(Secret userToken)
    {
        ArgumentNullException.ThrowIfNull(userToken);
        return new SandboxesClient(this, userToken);
    }

    /// <summary>The active sandboxes that the credential may use. The service gives them on one page. GET /.</summary>
    public virtual AepPageable<Sandbox> ListAsync() => Pageable.OnOnePage(async cancellationToken =>
        (await _api.ListAvailableAsync(UserToken, cancellationToken).ConfigureAwait(false)).Required("GET /sandbox-management/").Sandboxes);

    /// <summary>All sandboxes of the organisation, for those who may manage them. GET /sandboxes.</summary>
    /// <param name="property">A filter such as <c>type==development</c>, or null.</param>
    /// <param name="orderBy">A member to sort by, <c>-</c> before it for descending; or null.</param>
    public virtual AepPageable<Sandbox> ListAllAsync(string? property = null, string? orderBy = null) =>
        Pageable.ByToken<Sandbox>(async (start, _, cancellationToken) =>
        {
            SandboxPage page =
                (await _api.ListAsync(UserToken, property, orderBy, start, cancellationToken).ConfigureAwait(false))
                    .Required("GET /sandboxes");
            return new AepPage<Sandbox>(page.Sandboxes, page.NextStart(start));
        });

    /// <summary>The kinds of sandboxes. GET /sandboxTypes.</summary>
    public virtual AepPageable<SandboxTypeInfo> ListTypesAsync() => Pageable.OnOnePage(async cancellationToken =>
        (await _api.ListTypesAsync(cancellationToken).ConfigureAwait(false)).Required("GET /sandboxTypes").SandboxTypes);

    /// <summary>A sandbox. GET /sandboxes/{name}.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Sandbox> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return (await _api.GetAsync(UserToken, name, cancellationToken).ConfigureAwait(false)).Required("GET /sandboxes/{sandboxName}");
    }

    /// <summary>Creates a sandbox. POST /sandboxes.</summary>
    /// <param name="definition">The sandbox.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The creation, which goes on at AEP.</returns>
    public virtual async Task<SandboxOperation> CreateAsync(SandboxDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Sandbox created = (await _api.CreateAsync(UserToken, definition, cancellationToken).ConfigureAwait(false))
            .Required("POST /sandboxes");
        return new SandboxOperation(_api, _userToken, created.Name, SandboxState.Active, _options);
    }

    /// <summary>Changes the title of a sandbox; nothing else of it can be changed. PATCH /sandboxes/{name}.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">The new title.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<Sandbox> UpdateTitleAsync(string name, string title, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(title);
        return (await _api.UpdateAsync(UserToken, name, new SandboxTitle(title), cancellationToken).ConfigureAwait(false))
            .Required("PATCH /sandboxes/{sandboxName}");
    }

    /// <summary>Empties a sandbox: everything in it is deleted. PUT /sandboxes/{name}.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="confirmProduction">The name once more, where the sandbox is one for production.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The work, which goes on at AEP.</returns>
    /// <exception cref="AepException">It is a production sandbox and was not confirmed. Nothing was sent.</exception>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<SandboxOperation> ResetAsync(
        string name, string? confirmProduction = null, CancellationToken cancellationToken = default)
    {
        await GuardAsync("reset", name, confirmProduction, cancellationToken).ConfigureAwait(false);
        await _api.ResetAsync(UserToken, name, new ResetBody(), cancellationToken).ConfigureAwait(false);
        return new SandboxOperation(_api, _userToken, name, SandboxState.Active, _options);
    }

    /// <summary>Deletes a sandbox and everything in it. DELETE /sandboxes/{name}.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="confirmProduction">The name once more, where the sandbox is one for production.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The work, which goes on at AEP.</returns>
    /// <exception cref="AepException">It is a production sandbox and was not confirmed. Nothing was sent.</exception>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<SandboxOperation> DeleteAsync(
        string name, string? confirmProduction = null, CancellationToken cancellationToken = default)
    {
        await GuardAsync("delete", name, confirmProduction, cancellationToken).ConfigureAwait(false);
        await _api.DeleteAsync(UserToken, name, cancellationToken).ConfigureAwait(false);
        return new SandboxOperation(_api, _userToken, name, SandboxState.Deleted, _options);
    }

    private string? UserToken => _userToken?.Reveal();

    // A type that is not known counts as production.
    private async Task GuardAsync(string action, string name, string? confirmation, CancellationToken cancellationToken)
    {
        Sandbox sandbox = await GetAsync(name, cancellationToken).ConfigureAwait(false);
        if (sandbox.Type != SandboxType.Development && confirmation != name)
        {
            throw new AepException(
                $"{name} ({sandbox.Title}) is a sandbox of type {sandbox.Type?.Value ?? "unknown"}: to {action} it destroys everything in "
                    + "it. "
                + "If that is meant, give its name once more as confirmProduction.");
        }
    }
}
