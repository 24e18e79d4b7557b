using Refit;

namespace Aep.Sdk.Sandboxes;

/// <summary>Sandbox management.</summary>
internal interface ISandboxesApi
{
    private const string Base = "/data/foundation/sandbox-management";
    private const string UserToken = "x-user-token";

    [Get(Base + "/")]
    Task<SandboxPage?> ListAvailableAsync([Header(UserToken)] string? userToken, CancellationToken cancellationToken);

    [Get(Base + "/sandboxTypes")]
    Task<SandboxTypeList?> ListTypesAsync(CancellationToken cancellationToken);

    [Get(Base + "/sandboxes")]
    Task<SandboxPage?> ListAsync(
        [Header(UserToken)] string? userToken, string? property, string? orderBy, string? start, CancellationToken cancellationToken);

    [Get(Base + "/sandboxes/{name}")]
    Task<Sandbox?> GetAsync([Header(UserToken)] string? userToken, string name, CancellationToken cancellationToken);

    [Post(Base + "/sandboxes")]
    Task<Sandbox?> CreateAsync(
        [Header(UserToken)] string? userToken, [Body] SandboxDefinition body, CancellationToken cancellationToken);

    [Patch(Base + "/sandboxes/{name}")]
    Task<Sandbox?> UpdateAsync(
        [Header(UserToken)] string? userToken, string name, [Body] SandboxTitle body, CancellationToken cancellationToken);

    [Put(Base + "/sandboxes/{name}")]
    Task<Sandbox?> ResetAsync(
        [Header(UserToken)] string? userToken, string name, [Body] ResetBody body, CancellationToken cancellationToken);

    [Delete(Base + "/sandboxes/{name}")]
    Task<Sandbox?> DeleteAsync([Header(UserToken)] string? userToken, string name, CancellationToken cancellationToken);
}
