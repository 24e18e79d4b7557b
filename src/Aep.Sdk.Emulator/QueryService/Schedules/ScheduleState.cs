namespace Aep.Sdk.Emulator.QueryService.Schedules;

/// <summary>The states of a scheduled query.</summary>
internal static class ScheduleState
{
    public const string Registering = "REGISTERING";
    public const string Enabled = "ENABLED";
    public const string Disabled = "DISABLED";
}
