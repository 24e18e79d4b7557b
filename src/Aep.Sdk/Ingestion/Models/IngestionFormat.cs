using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Ingestion;

/// <summary>How the files of a batch are written. All files of a batch have one format.</summary>
public sealed record IngestionFormat
{
    /// <summary>One JSON document a line: what AEP processes in parallel.</summary>
    public static IngestionFormat Json { get; } = new() { Format = "json", IsMultiLineJson = false };

    /// <summary>JSON whose documents run over several lines, or an array of documents.</summary>
    public static IngestionFormat MultiLineJson { get; } = new() { Format = "json", IsMultiLineJson = true };

    /// <summary>Apache Parquet.</summary>
    public static IngestionFormat Parquet { get; } = new() { Format = "parquet" };

    /// <summary>CSV with a header line, comma, double quote, UTF-8.</summary>
    public static IngestionFormat Csv { get; } = new() { Format = "csv" };

    /// <summary><c>json</c>, <c>parquet</c> or <c>csv</c>.</summary>
    public required string Format { get; init; }

    /// <summary>For JSON: whether a document may run over several lines.</summary>
    public bool? IsMultiLineJson { get; init; }

    /// <summary>For CSV: between columns; null for a comma.</summary>
    public string? Delimiter { get; init; }

    /// <summary>For CSV: around a value; null for the double quote.</summary>
    public string? Quote { get; init; }

    /// <summary>For CSV: before a reserved character.</summary>
    public string? Escape { get; init; }

    /// <summary>For CSV: the encoding; null for UTF-8.</summary>
    public string? Charset { get; init; }

    /// <summary>For CSV: whether the first line names the columns. AEP requires it.</summary>
    public bool? Header { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }

    /// <summary>The format that the ending of a file's name stands for.</summary>
    /// <exception cref="ArgumentException">The ending is none of .json, .jsonl, .ndjson, .csv, .tsv and .parquet.</exception>
    public static IngestionFormat Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" or ".JSONL" or ".NDJSON" => Json,
        ".CSV" => Csv,
        ".TSV" => Csv with { Delimiter = "\t" },
        ".PARQUET" => Parquet,
        string ending => throw new ArgumentException(
            $"'{path}': the ending '{ending}' does not say which format the file has; give IngestionOptions.Format.", nameof(path)),
    };
}
