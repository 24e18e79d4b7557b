using Refit;

namespace Aep.Sdk.Flows;

/// <summary>Flow Service: connections and specifications.</summary>
internal interface IFlowConnectionsApi
{
    [Get("/data/foundation/flowservice/connectionSpecs")]
    Task<ItemsPage<ConnectionSpec>?> ListConnectionSpecsAsync(string? property, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connectionSpecs/{connectionSpecId}")]
    Task<ItemsPage<ConnectionSpec>?> GetConnectionSpecAsync(string connectionSpecId, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/flowSpecs")]
    Task<ItemsPage<FlowSpec>?> ListFlowSpecsAsync(string? property, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections")]
    Task<ItemsPage<Connection>?> ListConnectionsAsync(int? limit, string? continuationToken, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/connections/{connectionId}")]
    Task<ItemsPage<Connection>?> GetConnectionAsync(string connectionId, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/connections")]
    Task<ResourceReference?> CreateConnectionAsync([Body] ConnectionDefinition body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/connections/{connectionId}")]
    Task DeleteConnectionAsync(string connectionId, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/sourceConnections")]
    Task<ItemsPage<SourceConnection>?> ListSourceConnectionsAsync(int? limit, string? continuationToken, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/sourceConnections/{sourceConnectionId}")]
    Task<ItemsPage<SourceConnection>?> GetSourceConnectionAsync(string sourceConnectionId, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/sourceConnections")]
    Task<ResourceReference?> CreateSourceConnectionAsync([Body] SourceConnectionDefinition body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/sourceConnections/{sourceConnectionId}")]
    Task DeleteSourceConnectionAsync(string sourceConnectionId, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/targetConnections")]
    Task<ItemsPage<TargetConnection>?> ListTargetConnectionsAsync(int? limit, string? continuationToken, CancellationToken cancellationToken);

    [Get("/data/foundation/flowservice/targetConnections/{targetConnectionId}")]
    Task<ItemsPage<TargetConnection>?> GetTargetConnectionAsync(string targetConnectionId, CancellationToken cancellationToken);

    [Post("/data/foundation/flowservice/targetConnections")]
    Task<ResourceReference?> CreateTargetConnectionAsync([Body] TargetConnectionDefinition body, CancellationToken cancellationToken);

    [Delete("/data/foundation/flowservice/targetConnections/{targetConnectionId}")]
    Task DeleteTargetConnectionAsync(string targetConnectionId, CancellationToken cancellationToken);
}
