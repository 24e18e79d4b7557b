namespace Aep.Sdk.Datasets;

/// <summary>What an organisation may choose as the retention of a dataset's rows.</summary>
/// <param name="Default">What Adobe advises; it is not applied by itself.</param>
/// <param name="Minimum">The shortest.</param>
/// <param name="Maximum">The longest.</param>
public sealed record RetentionLimits(RetentionPeriod? Default, RetentionPeriod? Minimum, RetentionPeriod? Maximum);
