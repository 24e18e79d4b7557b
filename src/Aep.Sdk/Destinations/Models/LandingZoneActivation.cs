namespace Aep.Sdk.Destinations;

/// <summary>How to activate an audience to CSV files on the Data Landing Zone.</summary>
public sealed record LandingZoneActivation
{
    private LandingZoneActivation(string path, IReadOnlyList<ActivationField> fields) => (Path, Fields) = (path, fields);

    /// <summary>The folder in the container.</summary>
    public string Path { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<ActivationField> Fields { get; }

    /// <inheritdoc cref="AudienceFileDefinition.FileNameTemplate"/>
    public string FileNameTemplate { get; init => field = NameTemplate.File(value); } = NameTemplate.DefaultFile;

    /// <summary><c>NONE</c> or <c>GZIP</c>.</summary>
    public string Compression { get; init; } = "NONE";

    /// <summary>What keeps labelled attributes in.</summary>
    public GovernanceGuard Guard { get; init; } = GovernanceGuard.Default;

    /// <summary>How long to wait until the dataflow accepts an ad-hoc run. By default 30 minutes.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>CSV files with a header line.</summary>
    /// <param name="path">The folder in the container.</param>
    /// <param name="fields">The columns.</param>
    /// <exception cref="ArgumentException">There are no columns, or a column's name has a dot.</exception>
    public static LandingZoneActivation Csv(string path, params IReadOnlyList<ActivationField> fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0) throw new ArgumentException("An activated file needs at least one column.", nameof(fields));
        if (fields.FirstOrDefault(field => field.Column.Contains('.', StringComparison.Ordinal)) is { } dotted)
            throw new ArgumentException($"Experience Platform allows no dots in the column name \"{dotted.Column}\".", nameof(fields));
        return new LandingZoneActivation(path.Trim('/'), fields);
    }

    /// <summary>The same as a definition that knows all kinds of destinations.</summary>
    public AudienceFileDefinition ToDefinition() => new(ExportDestination.DataLandingZone(Path), Fields)
    {
        FileNameTemplate = FileNameTemplate,
        Compression = Compression,
        ReadyTimeout = ReadyTimeout,
        Guard = Guard,
    };
}
