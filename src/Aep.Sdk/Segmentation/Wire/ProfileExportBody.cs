using System.Globalization;

namespace Aep.Sdk.Segmentation;

internal sealed record ProfileExportBody(ProfileExportBody.DatasetDestination Destination, SegmentBody.SchemaName Schema)
{
    public string? Fields { get; init; }

    public PolicyReference? MergePolicy { get; init; }

    public ExportFilter? Filter { get; init; }

    public RelatedFields? AdditionalFields { get; init; }

    public static ProfileExportBody From(ProfileExportDefinition definition) =>
        new(new DatasetDestination(definition.DatasetId), new SegmentBody.SchemaName("_xdm.context.profile"))
        {
            Fields = definition.Fields is { Count: > 0 } fields ? string.Join(',', fields) : null,
            MergePolicy = definition.MergePolicyId is { } id ? new PolicyReference(id) : null,
            Filter = FilterOf(definition),
            AdditionalFields = definition.EventFields is { Count: > 0 } events
                ? new RelatedFields(new EventList(string.Join(',', events)) { Filter = EventFilter.After(Time(definition.EventsAfter)) })
                : null,
        };

    private static ExportFilter? FilterOf(ProfileExportDefinition definition)
    {
        var filter = new ExportFilter
        {
            Segments = definition.SegmentIds is { Count: > 0 } ids
                ? [.. ids.Select(id => new SegmentFilter(id, "ups", definition.MembershipStatus))]
                : null,
            SegmentQualificationTime = definition.QualifiedFrom is null && definition.QualifiedTo is null
                ? null
                : new TimeRange(Time(definition.QualifiedFrom), Time(definition.QualifiedTo)),
            FromIngestTimestamp = Time(definition.ChangedAfter),
            EmptyProfiles = definition.EmptyProfiles,
        };
        return filter == new ExportFilter() ? null : filter;
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal sealed record DatasetDestination(string DatasetId);

    internal sealed record PolicyReference(string Id);

    internal sealed record ExportFilter
    {
        public IReadOnlyList<SegmentFilter>? Segments { get; init; }

        public TimeRange? SegmentQualificationTime { get; init; }

        public string? FromIngestTimestamp { get; init; }

        public bool? EmptyProfiles { get; init; }
    }

    internal sealed record TimeRange(string? StartTime, string? EndTime);

    internal sealed record RelatedFields(EventList EventList);

    internal sealed record EventList(string Fields)
    {
        public EventFilter? Filter { get; init; }
    }

    internal sealed record EventFilter(string FromIngestTimestamp)
    {
        public static EventFilter? After(string? time) => time is null ? null : new EventFilter(time);
    }

    internal sealed record SegmentFilter(string SegmentId, string SegmentNs, IReadOnlyList<string> Status);
}
