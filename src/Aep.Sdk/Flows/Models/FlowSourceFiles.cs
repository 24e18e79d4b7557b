using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>What the files are that a source reads. By default CSV with a header line, UTF-8, not compressed.</summary>
public sealed record FlowSourceFiles
{
    /// <summary>JSON: one object, a list of them, or one a line.</summary>
    public static FlowSourceFiles Json { get; } = new() { Format = FlowFileFormat.Json };

    /// <summary>Parquet.</summary>
    public static FlowSourceFiles Parquet { get; } = new() { Format = FlowFileFormat.Parquet };

    /// <summary>Their format.</summary>
    public FlowFileFormat Format { get; init; } = FlowFileFormat.Delimited;

    /// <summary>
    /// How JSON or delimited files are compressed: <c>gzip</c>, <c>bzip2</c>, <c>deflate</c>, <c>zipDeflate</c>, <c>tar</c> or
    /// <c>tarGzip</c>; null if they are not.
    /// </summary>
    public string? Compression { get; init; }

    /// <summary>What stands between the columns of delimited files; null for a comma.</summary>
    public char? ColumnDelimiter { get; init; }

    /// <summary>What delimited files are encoded in; null for UTF-8. Files of the other formats are in UTF-8 always.</summary>
    public FlowFileEncoding? Encoding { get; init; }

    internal JsonObject ToData()
    {
        var data = new JsonObject { ["format"] = Format.ToString() };
        var properties = new JsonObject();
        if (ColumnDelimiter is { } delimiter) properties["columnDelimiter"] = delimiter.ToString();
        if (Encoding is { } encoding) properties["encoding"] = encoding.ToString();
        if (Compression is { } compression) properties["compressionType"] = compression;
        if (properties.Count > 0) data["properties"] = properties;
        return data;
    }
}
