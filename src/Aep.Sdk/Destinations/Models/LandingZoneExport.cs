namespace Aep.Sdk.Destinations;

/// <summary>How to export a dataset to the Data Landing Zone: <c>LandingZoneExport.Parquet("cmle/egress")</c>.</summary>
public sealed record LandingZoneExport
{
    private LandingZoneExport(string path, string fileType, string compression)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Path, FileType, Compression) = (path.Trim('/'), fileType, compression);
    }

    /// <summary>The folder in the container. The files land in <c>{path}/{datasetId}/exportTime={yyyyMMddHHmmss}/</c>.</summary>
    public string Path { get; }

    /// <summary><c>parquet</c> or <c>json</c>.</summary>
    public string FileType { get; }

    /// <summary><c>gzip</c>, or <c>none</c>.</summary>
    public string Compression { get; }

    /// <summary>
    /// How long to wait until a new dataflow is ready for its first run. Experience Platform says ten minutes; by default 30.
    /// </summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Parquet files.</summary>
    /// <param name="path">The folder in the container.</param>
    /// <param name="compression"><c>gzip</c>, or <c>none</c>.</param>
    public static LandingZoneExport Parquet(string path, string compression = "gzip") => new(path, "parquet", compression);

    /// <summary>JSON files.</summary>
    /// <param name="path">The folder in the container.</param>
    /// <param name="compression"><c>gzip</c>, or <c>none</c>.</param>
    public static LandingZoneExport Json(string path, string compression = "gzip") => new(path, "json", compression);

    /// <summary>What keeps labelled data in.</summary>
    public GovernanceGuard Guard { get; init; } = GovernanceGuard.Default;

    /// <summary>The same as a definition that knows all kinds of destinations.</summary>
    public DatasetExportDefinition ToDefinition() => new(ExportDestination.DataLandingZone(Path))
    {
        FileType = FileType,
        Compression = Compression,
        ReadyTimeout = ReadyTimeout,
        Guard = Guard,
    };
}
