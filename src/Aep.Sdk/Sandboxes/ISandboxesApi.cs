using Refit;

namespace Aep.Sdk.Sandboxes;

/// <summary>Sandbox management.</summary>
internal interface ISandboxesApi
{
    [Get("/data/foundation/sandbox-management/")]
    Task<SandboxPage?> ListAsync(CancellationToken cancellationToken);
}
