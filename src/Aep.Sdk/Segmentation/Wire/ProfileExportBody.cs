using System.Globalization;

namespace Aep.Sdk.Segmentation;

internal sealed record ProfileExportBody(ProfileExportBody.DatasetDestination Destination, SegmentBody.SchemaName Schema)
{
    public string? Fields { get; init; }

    public PolicyReference? MergePolicy { get; init; }

    public ExportFilter? Filter { get; init; }

    public static ProfileExportBody From(ProfileExportDefinition definition) =>
        new(new DatasetDestination(definition.DatasetId), new SegmentBody.SchemaName("_xdm.context.profile"))
        {
            Fields = definition.Fields is { Count: > 0 } fields ? string.Join(',', fields) : null,
            MergePolicy = definition.MergePolicyId is { } id ? new PolicyReference(id) : null,
            Filter = FilterOf(definition),
        };

    private static ExportFilter? FilterOf(ProfileExportDefinition definition)
    {
        if (definition.SegmentIds is not { Count: > 0 } && definition.ChangedAfter is null)
            return null;
        return new ExportFilter
        {
            Segments = definition.SegmentIds is { Count: > 0 } ids ? [.. ids.Select(id => new SegmentFilter(id, "ups", definition.MembershipStatus))] : null,
            FromIngestTimestamp = definition.ChangedAfter?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
    }

    internal sealed record DatasetDestination(string DatasetId);

    internal sealed record PolicyReference(string Id);

    internal sealed record ExportFilter
    {
        public IReadOnlyList<SegmentFilter>? Segments { get; init; }

        public string? FromIngestTimestamp { get; init; }
    }

    internal sealed record SegmentFilter(string SegmentId, string SegmentNs, IReadOnlyList<string> Status);
}
