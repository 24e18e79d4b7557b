namespace Aep.Sdk.Flows;

internal sealed record CreateRunBody(string FlowId, CreateRunBody.RunParams? Params)
{
    internal sealed record RunParams(long? StartTime, long WindowStartTime, long WindowEndTime);
}
