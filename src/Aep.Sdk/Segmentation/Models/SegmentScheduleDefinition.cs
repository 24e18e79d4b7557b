namespace Aep.Sdk.Segmentation;

/// <summary>A schedule to create. A sandbox has one for all segments.</summary>
/// <param name="Name">Name.</param>
/// <param name="Schedule">Cron expression of Quartz, for example <c>0 0 1 * * ?</c> for one o'clock (UTC) every night.</param>
public sealed record SegmentScheduleDefinition(string Name, string Schedule)
{
    /// <summary>Kind.</summary>
    public string Type { get; init; } = "batch_segmentation";

    /// <summary>Which segments; all by default.</summary>
    public SegmentScheduleProperties Properties { get; init; } = new(["*"]);

    /// <summary>Whether it runs.</summary>
    public SegmentScheduleState State { get; init; } = SegmentScheduleState.Inactive;
}
