namespace Aep.Sdk.Datasets;

/// <summary>Which datasets a listing has, and in which order. All that is said must hold.</summary>
public sealed record DatasetQuery
{
    /// <summary>Only those of this name, exactly.</summary>
    public string? Name { get; init; }

    /// <summary>Only those in this state, for example <c>DRAFT</c>.</summary>
    public string? State { get; init; }

    /// <summary>Only those that feed Real-Time Customer Profile.</summary>
    public bool ProfileEnabled { get; init; }

    /// <summary>Only those with these tags. A value may end in <c>*</c>, and <c>*</c> alone is any value.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Only those that were created at or after this.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those that were created before this.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Other conditions.</summary>
    public IReadOnlyList<CatalogFilter> Filters { get; init; } = [];

    /// <summary>
    /// Direction and property, as <c>desc:updated</c>; several with commas. A property that changes while the pages are read can make a
    /// listing lose or repeat a dataset.
    /// </summary>
    public string OrderBy { get; init; } = "asc:created";

    /// <summary>The name, where Catalog would not read it as a list, a negation or a pattern.</summary>
    internal string? PlainName => Name?.AsSpan().IndexOfAny(",!*") < 0 ? Name : null;

    internal string? TagsText
    {
        get
        {
            IEnumerable<KeyValuePair<string, string>> tags = ProfileEnabled ? Tags.Append(new(Dataset.ProfileTag, Dataset.Enabled)) : Tags;
            return TagText.Of(tags);
        }
    }

    internal string[]? Conditions
    {
        get
        {
            CatalogFilter?[] filters =
            [
                State is null ? null : CatalogFilter.Equal("state", State),
                CreatedFrom is { } from ? CatalogFilter.From("created", from) : null,
                CreatedBefore is { } before ? CatalogFilter.Before("created", before) : null,
                .. Filters,
            ];
            return CatalogFilter.Conditions(filters.OfType<CatalogFilter>());
        }
    }
}
