using Refit;

namespace Aep.Sdk.Profiles;

/// <summary>Real-Time Customer Profile: entities.</summary>
internal interface IProfilesApi
{
    [Get("/data/core/ups/access/entities")]
    Task<Dictionary<string, Profile>?> GetEntitiesAsync(
        [AliasAs("schema.name")] string schemaName,
        string entityId,
        [AliasAs("entityIdNS")] string entityIdNamespace,
        string? fields,
        CancellationToken cancellationToken);
}
