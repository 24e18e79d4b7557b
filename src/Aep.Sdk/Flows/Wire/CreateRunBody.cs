namespace Aep.Sdk.Flows;

internal sealed record CreateRunBody(string FlowId);
