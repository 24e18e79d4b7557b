using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Sandboxes;

/// <summary>Sandboxes of the organisation (Sandbox API).</summary>
public class SandboxesClient
{
    private readonly ISandboxesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected SandboxesClient() => _api = null!;

    internal SandboxesClient(AepPipeline pipeline) => _api = pipeline.Api<ISandboxesApi>(SandboxesJson.Default);

    /// <summary>The active sandboxes that the credential may use (<c>GET /</c>). The service gives them on one page.</summary>
    public virtual AepPageable<Sandbox> ListAsync() => Pageable.ByToken<Sandbox>(async (_, _, cancellationToken) =>
        new AepPage<Sandbox>((await _api.ListAsync(cancellationToken).ConfigureAwait(false)).Required("GET /sandbox-management/").Sandboxes, null));
}
