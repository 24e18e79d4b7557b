namespace Aep.Sdk.Profiles;

internal sealed record StatusBody(ComputedAttributeStatus Status);
