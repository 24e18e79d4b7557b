using Refit;

namespace Aep.Sdk.Sandboxes;

/// <summary>Sandbox management.</summary>
internal interface ISandboxesApi
{
    private const string Base = "/data/foundation/sandbox-management";

    [Get(Base + "/")]
    Task<SandboxPage?> ListAvailableAsync(CancellationToken cancellationToken);

    [Get(Base + "/sandboxTypes")]
    Task<SandboxTypeList?> ListTypesAsync(CancellationToken cancellationToken);

    [Get(Base + "/sandboxes")]
    Task<SandboxPage?> ListAsync(string? property, string? orderBy, string? start, CancellationToken cancellationToken);

    [Get(Base + "/sandboxes/{name}")]
    Task<Sandbox?> GetAsync(string name, CancellationToken cancellationToken);

    [Post(Base + "/sandboxes")]
    Task<Sandbox?> CreateAsync([Body] SandboxDefinition body, CancellationToken cancellationToken);

    [Patch(Base + "/sandboxes/{name}")]
    Task<Sandbox?> UpdateAsync(string name, [Body] SandboxTitle body, CancellationToken cancellationToken);

    [Put(Base + "/sandboxes/{name}")]
    Task<Sandbox?> ResetAsync(string name, [Body] ResetBody body, CancellationToken cancellationToken);

    [Delete(Base + "/sandboxes/{name}")]
    Task<Sandbox?> DeleteAsync(string name, CancellationToken cancellationToken);
}
