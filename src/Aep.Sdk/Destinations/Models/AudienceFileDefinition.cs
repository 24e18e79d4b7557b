namespace Aep.Sdk.Destinations;

/// <summary>How to activate an audience to files.</summary>
/// <param name="Destination">Where to.</param>
/// <param name="Fields">The columns, in order.</param>
public sealed record AudienceFileDefinition(ExportDestination Destination, IReadOnlyList<ActivationField> Fields)
{
    /// <summary>
    /// The files' names, put together from <see cref="NameMacro"/> and text; the ending comes by itself. Without a time in it an export
    /// takes the place of the one before.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// It lacks <see cref="NameMacro.SegmentId"/>, or has a macro that names of files do not have, or what no name has.
    /// </exception>
    public string FileNameTemplate { get; init => field = NameTemplate.File(value); } = NameTemplate.DefaultFile;

    /// <summary>What the files are; by default CSV.</summary>
    public AudienceFileFormat Format { get; init; } = AudienceFileFormat.Csv;

    /// <summary>
    /// By what each file has a person once only; null if it does not matter. The persons of an audience are profiles: several of them may
    /// have the same e-mail address.
    /// </summary>
    public DeduplicationKey? DeduplicationKey { get; init; }

    /// <summary><c>NONE</c> or <c>GZIP</c>.</summary>
    public string Compression { get; init; } = "NONE";

    /// <summary>Whether a manifest with the names of the files is written beside them.</summary>
    public bool IncludeManifest { get; init; }

    /// <summary>When the audience is exported besides; by default once, today.</summary>
    public AudienceSchedule Schedule { get; init; } = AudienceSchedule.Once;

    /// <summary>
    /// Whether attributes are activated, too, that the union of the schemas for Profile does not show. By default they are refused:
    /// they would be empty. True spares the check, which reads the schemas.
    /// </summary>
    public bool AllowUnknownAttributes { get; init; }

    /// <summary>What keeps labelled attributes in.</summary>
    public GovernanceGuard Guard { get; init; } = GovernanceGuard.Default;

    /// <summary>How long to wait until the dataflow accepts an ad-hoc run. By default 30 minutes.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The profile attributes without which a person is left out.</summary>
    internal IEnumerable<string> MandatorySources => Fields.Where(column => column.IsMandatory).Select(column => column.Source);

    /// <summary>All profile attributes that are asked for.</summary>
    internal IEnumerable<string> Attributes =>
        [.. Fields.Select(column => column.Source), .. DeduplicationKey?.AttributePaths ?? []];

    /// <exception cref="ArgumentException">There is no column, or two have one name.</exception>
    internal void CheckColumns()
    {
        if (Fields.Count == 0)
            throw new ArgumentException($"{nameof(Fields)} is empty: a file needs a column.");
        if (Fields.GroupBy(field => field.Column, StringComparer.Ordinal).FirstOrDefault(fields => fields.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"{nameof(Fields)} has the column {twice.Key} {twice.Count()} times, of {string.Join(" and of ", twice.Select(
                    field => field.Source))}: a column is filled by one attribute.");
        }
    }
}
