using System.Text.Json.Nodes;
using Refit;

namespace Aep.Sdk.Schemas;

/// <summary>The registry as a whole, and what Adobe provides in it.</summary>
internal interface IRegistryApi
{
    [Get(RegistryRoot.Path + "/stats")]
    [Headers(RegistryRoot.Whole)]
    Task<RegistryStats?> GetStatsAsync(CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/global/behaviors")]
    [Headers(RegistryRoot.Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListBehaviorsAsync(CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/global/behaviors/{id}")]
    Task<Behavior?> GetBehaviorAsync(string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/tenant/unions")]
    [Headers(RegistryRoot.Summaries)]
    Task<RegistryPage<SchemaSummary>?> ListUnionsAsync(
        string orderby, string? start, int limit, [Query(CollectionFormat.Multi)] string[]? property, CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/tenant/unions/{id}")]
    Task<UnionSchema?> GetUnionAsync(string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/rpc/sampledata/{id}")]
    Task<JsonObject?> GetSampleAsync(string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/rpc/export/{id}")]
    Task<JsonArray?> ExportAsync(string id, [Header("Accept")] string accept, CancellationToken cancellationToken);

    [Post(RegistryRoot.Path + "/rpc/import")]
    Task<JsonArray?> ImportAsync([Body] JsonArray body, CancellationToken cancellationToken);

    [Get(RegistryRoot.Path + "/rpc/auditlog/{id}")]
    Task<IReadOnlyList<AuditLogEntry>?> GetAuditLogAsync(string id, CancellationToken cancellationToken);
}
