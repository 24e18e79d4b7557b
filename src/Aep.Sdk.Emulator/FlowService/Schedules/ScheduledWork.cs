namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>Something that runs by a schedule.</summary>
/// <param name="Key">Names it within its sandbox.</param>
/// <param name="Definition">The schedule as text: with another one, what was planned does not hold any more.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="IsEnabled">Whether it runs when its time comes; what comes meanwhile is not made up for.</param>
/// <param name="Since">When the schedule was last changed.</param>
/// <param name="Run">Starts it in the background; takes the time that was planned.</param>
internal sealed record ScheduledWork(
    string Key, string Definition, FlowSchedule Schedule, bool IsEnabled, DateTimeOffset Since, Action<DateTimeOffset> Run);
