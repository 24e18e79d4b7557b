namespace Aep.Sdk.Queries;

internal sealed record QueryIpValidation(bool IsAllowed);
