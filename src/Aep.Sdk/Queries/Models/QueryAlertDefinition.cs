namespace Aep.Sdk.Queries;

/// <summary>Who is to be told what about a query or a schedule.</summary>
/// <param name="AssetId">Id of the query or of the schedule.</param>
/// <param name="AlertType">When the alert is sent. Queries that are not scheduled know success and failure.</param>
/// <param name="EmailIds">Addresses, registered with Adobe; at most five.</param>
public sealed record QueryAlertDefinition(string AssetId, QueryAlertType AlertType, IReadOnlyList<string> EmailIds)
{
    /// <summary>Tell them by e-mail.</summary>
    public bool EmailNotifications { get; init; } = true;

    /// <summary>Tell them in Experience Platform.</summary>
    public bool InContextNotifications { get; init; } = true;
}
