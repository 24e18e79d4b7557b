using Refit;

namespace Aep.Sdk.Queries;

/// <summary>Query Service: who is told when a query starts, ends or fails.</summary>
internal interface IQueryAlertsApi
{
    [Get("/data/foundation/query/alert-subscriptions")]
    Task<QueryAlertPage?> ListAlertsAsync(string? orderby, int? pagesize, string? page, string? property,
        CancellationToken cancellationToken);

    [Post("/data/foundation/query/alert-subscriptions")]
    Task<QueryAlert?> SubscribeAsync([Body] QueryAlertBody body, CancellationToken cancellationToken);

    [Get("/data/foundation/query/alert-subscriptions/{assetId}")]
    Task<QueryAlertPage?> GetAlertsAsync(string assetId, CancellationToken cancellationToken);

    [Get("/data/foundation/query/alert-subscriptions/{assetId}/{alertType}")]
    Task<QueryAlertPage?> GetAlertAsync(string assetId, string alertType, CancellationToken cancellationToken);

    [Patch("/data/foundation/query/alert-subscriptions/{assetId}/{alertType}")]
    Task<QueryAlert?> UpdateAlertAsync(string assetId, string alertType, [Body] JsonPatchOperation body,
        CancellationToken cancellationToken);

    [Delete("/data/foundation/query/alert-subscriptions/{assetId}/{alertType}")]
    Task DeleteAlertAsync(string assetId, string alertType, CancellationToken cancellationToken);

    [Get("/data/foundation/query/alert-subscriptions/user-subscriptions/{emailId}")]
    Task<UserQueryAlertPage?> ListAlertsOfUserAsync(
        string emailId, string? orderby, int? pagesize, string? page, string? property, CancellationToken cancellationToken);
}
