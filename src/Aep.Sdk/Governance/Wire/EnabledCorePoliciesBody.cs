namespace Aep.Sdk.Governance;

internal sealed record EnabledCorePoliciesBody(IReadOnlyList<string> PolicyIds);
