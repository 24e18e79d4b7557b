namespace Aep.Sdk.Destinations;

internal sealed record AudienceRunBody(IReadOnlyDictionary<string, IReadOnlyList<string>> ActivationInfo)
{
    public static AudienceRunBody Of(string flowId, string segmentId) =>
        new(new Dictionary<string, IReadOnlyList<string>> { [flowId] = [segmentId] });
}
