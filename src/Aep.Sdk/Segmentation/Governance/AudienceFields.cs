namespace Aep.Sdk.Segmentation;

/// <summary>What an audience reads, with what the segments read whose members it takes.</summary>
internal sealed class AudienceFields(AudiencesClient audiences)
{
    private readonly SortedSet<string> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Fields => _fields;

    /// <summary>Labels of the audiences themselves.</summary>
    public List<AudienceLabel> Labels { get; } = [];

    /// <summary>Datasets that members come from who were not selected by a rule.</summary>
    public List<string> Datasets { get; } = [];

    /// <summary>Attributes that are taken along.</summary>
    public void Add(IEnumerable<string> attributes) => _fields.UnionWith(attributes);

    public async Task<Audience> AddAsync(string audienceId, CancellationToken cancellationToken)
    {
        _seen.Add(audienceId);
        Audience audience = await audiences.GetAsync(audienceId, cancellationToken).ConfigureAwait(false);
        // "core/C1" is the label C1.
        Labels.AddRange((audience.Labels ?? []).Select(label => new AudienceLabel(label[(label.LastIndexOf('/') + 1)..], null, null)));
        if (audience.DatasetId is { Length: > 0 } dataset) Datasets.Add(dataset);
        if (audience.Expression is { Value.Length: > 0 } rule) await AddAsync(rule, cancellationToken).ConfigureAwait(false);
        return audience;
    }

    public async Task AddAsync(SegmentExpression rule, CancellationToken cancellationToken)
    {
        PqlFields read = PqlFields.Of(rule);
        // An event counts by being there: its id is what it cannot be without.
        Add(read.Paths.Select(path => path == PqlFields.Events ? $"{PqlFields.Events}._id" : path));
        foreach (string segment in read.Segments.Where(_seen.Add).ToList())
            await AddAsync(segment, cancellationToken).ConfigureAwait(false);
    }
}
