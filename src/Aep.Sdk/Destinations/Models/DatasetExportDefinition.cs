namespace Aep.Sdk.Destinations;

/// <summary>How to export a dataset.</summary>
/// <param name="Destination">Where to.</param>
public sealed record DatasetExportDefinition(ExportDestination Destination)
{
    /// <summary><c>parquet</c> or <c>json</c>.</summary>
    public string FileType { get; init; } = "parquet";

    /// <summary><c>gzip</c>, or <c>none</c>.</summary>
    public string Compression { get; init; } = "gzip";

    /// <summary>
    /// The folder of each run, put together from <see cref="NameMacro"/> and text; by default
    /// <c>{datasetId}/exportTime={yyyyMMddHHmmss}</c>.
    /// </summary>
    /// <exception cref="ArgumentException">It has a macro that names of folders do not have, or what no name has.</exception>
    public string? FolderNameTemplate { get; init => field = value is null ? null : NameTemplate.Folder(value); }

    /// <summary>Whether a manifest with the names of the files is written beside them.</summary>
    public bool IncludeManifest { get; init; }

    /// <summary>
    /// How long to wait until a new dataflow is ready for its first run. Experience Platform says ten minutes; by default 30.
    /// </summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>What keeps labelled data in.</summary>
    public GovernanceGuard Guard { get; init; } = GovernanceGuard.Default;

    internal string FormatLabel =>
        $"({FileType}, "
            + $"{Compression}{(IncludeManifest ? ", manifest" : "")}{(FolderNameTemplate is null ? "" : $", {FolderNameTemplate}")})";
}
