using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>How the files of a source connection are written.</summary>
/// <param name="Format"><c>delimited</c>, <c>json</c> or <c>parquet</c>.</param>
/// <param name="Compression">How they are compressed.</param>
/// <param name="Delimiter">What stands between the columns of delimited files.</param>
/// <param name="Encoding">What delimited files are encoded in; the others are in UTF-8.</param>
internal sealed record SourceFormat(string Format, SourceCompression Compression, string Delimiter, Encoding Encoding)
{
    private static readonly string[] Formats = ["delimited", "json", "parquet"];

    /// <summary>Reads <c>data.format</c> and <c>data.properties</c> of a source connection.</summary>
    /// <exception cref="Gateway.ApiException">400: not a format that files can have.</exception>
    public static SourceFormat Of(JsonObject sourceConnection)
    {
        JsonNode? data = sourceConnection["data"], properties = data?["properties"];
        // Adobe's older page has the delimiter beside the format.
        return Of(
            data?["format"]?.ToString(), properties?["compressionType"]?.ToString(),
            (properties?["columnDelimiter"] ?? data?["columnDelimiter"])?.ToString(), properties?["encoding"]?.ToString());
    }

    /// <exception cref="Gateway.ApiException">400: not a format that files can have.</exception>
    public static SourceFormat Of(string? format, string? compressionType, string? columnDelimiter, string? encoding)
    {
        string known = format?.ToLowerInvariant() ?? Formats[0];
        if (!Formats.Contains(known))
            throw FlowErrors.Invalid($"data.format '{known}' is none of {string.Join(", ", Formats)}.");
        var compression = SourceCompression.Of(compressionType);
        if (known == "parquet" && compression != SourceCompression.None)
            throw FlowErrors.Invalid(
                "data.properties.compressionType is for delimited and JSON files: Parquet compresses its columns itself.");
        string delimiter = columnDelimiter ?? ",";
        return delimiter.Length == 1
            ? new SourceFormat(known, compression, delimiter, SourceText.Of(encoding))
            : throw FlowErrors.Invalid($"data.properties.columnDelimiter '{delimiter}' must be one character.");
    }
}
