using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Schedules;

/// <summary>A kind of flow that runs by schedules.</summary>
internal interface IScheduledWork
{
    /// <summary>All of it that a sandbox has now.</summary>
    IEnumerable<ScheduledWork> In(Sandbox sandbox);
}
