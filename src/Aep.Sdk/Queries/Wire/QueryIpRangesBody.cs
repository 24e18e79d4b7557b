namespace Aep.Sdk.Queries;

internal sealed record QueryIpRangesBody(IReadOnlyList<QueryIpRange> IpRanges);
