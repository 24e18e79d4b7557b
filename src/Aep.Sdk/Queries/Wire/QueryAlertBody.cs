namespace Aep.Sdk.Queries;

internal sealed record QueryAlertBody(string AssetId, string AlertType, QueryAlertBody.Subscribers Subscriptions)
{
    internal sealed record Subscribers(IReadOnlyList<string> EmailIds, bool EmailNotifications, bool InContextNotifications);
}
