namespace Aep.Sdk.Destinations;

/// <summary>How to activate an audience to files on the Data Landing Zone.</summary>
public sealed record LandingZoneActivation
{
    private LandingZoneActivation(string path, IReadOnlyList<ActivationField> fields, AudienceFileFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0) throw new ArgumentException("An activated file needs at least one column.", nameof(fields));
        if (fields.FirstOrDefault(field => field.Column.Contains('.', StringComparison.Ordinal)) is { } dotted)
            throw new ArgumentException($"Experience Platform allows no dots in the column name \"{dotted.Column}\".", nameof(fields));
        (Path, Fields, Format) = (path.Trim('/'), fields, format);
    }

    /// <summary>The folder in the container.</summary>
    public string Path { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<ActivationField> Fields { get; }

    /// <summary>What the files are.</summary>
    public AudienceFileFormat Format { get; }

    /// <inheritdoc cref="AudienceFileDefinition.DeduplicationKey"/>
    public DeduplicationKey? DeduplicationKey { get; init; }

    /// <inheritdoc cref="AudienceFileDefinition.FileNameTemplate"/>
    public string FileNameTemplate { get; init => field = NameTemplate.File(value); } = NameTemplate.DefaultFile;

    /// <summary><c>NONE</c> or <c>GZIP</c>.</summary>
    public string Compression { get; init; } = "NONE";

    /// <inheritdoc cref="AudienceFileDefinition.AllowUnknownAttributes"/>
    public bool AllowUnknownAttributes { get; init; }

    /// <summary>What keeps labelled attributes in.</summary>
    public GovernanceGuard Guard { get; init; } = GovernanceGuard.Default;

    /// <summary>How long to wait until the dataflow accepts an ad-hoc run. By default 30 minutes.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>CSV files with a header line.</summary>
    /// <param name="path">The folder in the container.</param>
    /// <param name="fields">The columns.</param>
    /// <exception cref="ArgumentException">There are no columns, or a column's name has a dot.</exception>
    public static LandingZoneActivation Csv(string path, params IReadOnlyList<ActivationField> fields) =>
        new(path, fields, AudienceFileFormat.Csv);

    /// <summary>JSON files: an object on each line.</summary>
    /// <param name="path">The folder in the container.</param>
    /// <param name="fields">The columns.</param>
    /// <exception cref="ArgumentException">There are no columns, or a column's name has a dot.</exception>
    public static LandingZoneActivation Json(string path, params IReadOnlyList<ActivationField> fields) =>
        new(path, fields, AudienceFileFormat.Json);

    /// <summary>Parquet files.</summary>
    /// <param name="path">The folder in the container.</param>
    /// <param name="fields">The columns.</param>
    /// <exception cref="ArgumentException">There are no columns, or a column's name has a dot.</exception>
    public static LandingZoneActivation Parquet(string path, params IReadOnlyList<ActivationField> fields) =>
        new(path, fields, AudienceFileFormat.Parquet);

    /// <summary>The same as a definition that knows all kinds of destinations.</summary>
    public AudienceFileDefinition ToDefinition() => new(ExportDestination.DataLandingZone(Path), Fields)
    {
        Format = Format,
        DeduplicationKey = DeduplicationKey,
        FileNameTemplate = FileNameTemplate,
        Compression = Compression,
        ReadyTimeout = ReadyTimeout,
        AllowUnknownAttributes = AllowUnknownAttributes,
        Guard = Guard,
    };
}
