namespace Aep.Sdk.Destinations.Authoring;

internal sealed record PublishBody(string DestinationId, string DestinationAccess);
