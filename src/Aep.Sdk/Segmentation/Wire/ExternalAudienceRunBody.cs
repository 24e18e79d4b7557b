namespace Aep.Sdk.Segmentation;

internal sealed record ExternalAudienceRunBody(long DataFilterStartTime, long? DataFilterEndTime);
