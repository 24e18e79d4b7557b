namespace Aep.Sdk.Queries;

internal sealed record QueryIpAddressBody(string IpAddress);
