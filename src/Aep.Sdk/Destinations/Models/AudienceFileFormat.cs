namespace Aep.Sdk.Destinations;

/// <summary>What the files of an audience are: CSV, JSON or Parquet.</summary>
public sealed record AudienceFileFormat
{
    private AudienceFileFormat(string fileType, CsvFileOptions? csvOptions = null) => (FileType, CsvOptions) = (fileType, csvOptions);

    /// <summary>CSV with a line of headers, written as the service does by default.</summary>
    public static AudienceFileFormat Csv { get; } = new("CSV");

    /// <summary>JSON: an object on each line.</summary>
    public static AudienceFileFormat Json { get; } = new("JSON");

    /// <summary>Parquet.</summary>
    public static AudienceFileFormat Parquet { get; } = new("PARQUET");

    /// <summary><c>CSV</c>, <c>JSON</c> or <c>PARQUET</c>.</summary>
    public string FileType { get; }

    /// <summary>How CSV is written; null for the service's way, and for other files.</summary>
    public CsvFileOptions? CsvOptions { get; }

    /// <summary>CSV with a line of headers, written otherwise than by default.</summary>
    /// <param name="options">How.</param>
    public static AudienceFileFormat CsvWith(CsvFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new AudienceFileFormat(Csv.FileType, options);
    }
}
