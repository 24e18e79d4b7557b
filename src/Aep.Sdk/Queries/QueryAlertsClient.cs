using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Who is told when a query starts, ends or fails (Query Service <c>/alert-subscriptions</c>).</summary>
public class QueryAlertsClient
{
    private readonly IQueryAlertsApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected QueryAlertsClient() => _api = null!;

    internal QueryAlertsClient(IQueryAlertsApi api) => _api = api;

    /// <summary>All alerts of the sandbox, page by page, without their subscribers. <c>GET /alert-subscriptions</c>.</summary>
    /// <param name="selection">Order and conditions on <c>id</c>, <c>assetId</c>, <c>status</c> and <c>alertType</c>.</param>
    public virtual AepPageable<QueryAlert> ListAsync(QuerySelection? selection = null) => QueryPaging.ByNumber<QueryAlertPage, QueryAlert>(
        selection, "GET /alert-subscriptions",
        (order, size, page, cancellationToken) => _api.ListAlertsAsync(order, size, page, selection?.Property, cancellationToken),
        page => page.Alerts, page => page.Links);

    /// <summary>The alerts that a user gets, page by page. <c>GET /alert-subscriptions/user-subscriptions/{email}</c>.</summary>
    /// <param name="emailId">The user's address, registered with Adobe.</param>
    /// <param name="selection">Order and conditions on <c>id</c>, <c>assetId</c>, <c>status</c> and <c>alertType</c>.</param>
    public virtual AepPageable<UserQueryAlert> ListOfUserAsync(string emailId, QuerySelection? selection = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(emailId);
        return QueryPaging.ByNumber<UserQueryAlertPage, UserQueryAlert>(
            selection, "GET /alert-subscriptions/user-subscriptions/{email}",
            (order, size, page, cancellationToken) =>
                _api.ListAlertsOfUserAsync(emailId, order, size, page, selection?.Property, cancellationToken),
            page => page.Items, page => page.Links);
    }

    /// <summary>The alerts of a query or a schedule with their subscribers: at most one of each type. <c>GET
    /// /alert-subscriptions/{assetId}</c>.</summary>
    /// <param name="assetId">Id of the query or of the schedule.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">It has no alerts.</exception>
    public virtual async Task<IReadOnlyList<QueryAlert>> GetAsync(string assetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(assetId);
        return (await _api.GetAlertsAsync(assetId, cancellationToken).ConfigureAwait(false))
            .Required("GET /alert-subscriptions/{assetId}").Alerts;
    }

    /// <summary>The alert of one type with its subscribers. <c>GET /alert-subscriptions/{assetId}/{alertType}</c>.</summary>
    /// <param name="assetId">Id of the query or of the schedule.</param>
    /// <param name="alertType">The type.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual async Task<QueryAlert> GetAsync(string assetId, QueryAlertType alertType, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(assetId);
        const string operation = "GET /alert-subscriptions/{assetId}/{alertType}";
        QueryAlertPage page = (await _api.GetAlertAsync(assetId, alertType.Value, cancellationToken).ConfigureAwait(false))
            .Required(operation);
        return page.Alerts.FirstOrDefault().Required(operation);
    }

    /// <summary>Creates an alert if there is none, and adds its subscribers. <c>POST /alert-subscriptions</c>.</summary>
    /// <param name="definition">Who is to be told what.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">There is no address, or more than the five that one request takes.</exception>
    public virtual async Task<QueryAlert> SubscribeAsync(QueryAlertDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.EmailIds.Count is 0 or > 5)
            throw new ArgumentException(
                $"An alert takes 1 to 5 addresses a request, not {definition.EmailIds.Count}. Subscribe the others by more requests.",
                nameof(definition));
        var body = new QueryAlertBody(
            definition.AssetId, definition.AlertType.Value,
            new(definition.EmailIds, definition.EmailNotifications, definition.InContextNotifications));
        return (await _api.SubscribeAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /alert-subscriptions");
    }

    /// <summary>Switches an alert on. <c>PATCH /alert-subscriptions/{assetId}/{alertType}</c>.</summary>
    /// <param name="assetId">Id of the query or of the schedule.</param>
    /// <param name="alertType">The type.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task<QueryAlert> EnableAsync(string assetId, QueryAlertType alertType, CancellationToken cancellationToken = default) =>
        SetStatusAsync(assetId, alertType, "enable", cancellationToken);

    /// <summary>Switches an alert off; its subscribers stay. <c>PATCH /alert-subscriptions/{assetId}/{alertType}</c>.</summary>
    /// <param name="assetId">Id of the query or of the schedule.</param>
    /// <param name="alertType">The type.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task<QueryAlert> DisableAsync(string assetId, QueryAlertType alertType, CancellationToken cancellationToken = default) =>
        SetStatusAsync(assetId, alertType, "disable", cancellationToken);

    /// <summary>Deletes an alert with its subscribers. <c>DELETE /alert-subscriptions/{assetId}/{alertType}</c>.</summary>
    /// <param name="assetId">Id of the query or of the schedule.</param>
    /// <param name="alertType">The type.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">There is none.</exception>
    public virtual Task DeleteAsync(string assetId, QueryAlertType alertType, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(assetId);
        return _api.DeleteAlertAsync(assetId, alertType.Value, cancellationToken);
    }

    private async Task<QueryAlert> SetStatusAsync(string assetId, QueryAlertType alertType, string status,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(assetId);
        JsonPatchOperation body = JsonPatchOperation.Replace("/status", status);
        return (await _api.UpdateAlertAsync(assetId, alertType.Value, body, cancellationToken).ConfigureAwait(false))
            .Required("PATCH /alert-subscriptions/{assetId}/{alertType}");
    }
}
