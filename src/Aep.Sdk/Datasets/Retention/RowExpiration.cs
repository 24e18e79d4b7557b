namespace Aep.Sdk.Datasets;

/// <summary>How long one store keeps the rows of a dataset, and who has said so.</summary>
/// <param name="Period">The period; null is for good.</param>
/// <param name="ValueStatus">
/// <c>custom</c> for a period that somebody has set, <c>default</c> for the system's; null where AEP does not say.
/// </param>
/// <param name="SetBy"><c>user</c> or <c>service</c>; null where AEP does not say.</param>
/// <param name="Updated">When it was set; null where AEP does not say.</param>
public sealed record RowExpiration(RetentionPeriod? Period, string? ValueStatus, string? SetBy, DateTimeOffset? Updated);
