using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>How the files of a source connection are written.</summary>
internal sealed record SourceFormat(string Format, string Compression, string Delimiter)
{
    /// <summary>Reads <c>data.format</c> and <c>data.properties</c> of a source connection.</summary>
    /// <exception cref="Gateway.ApiException">400: not a format that files can have.</exception>
    public static SourceFormat Of(JsonObject sourceConnection)
    {
        JsonNode? data = sourceConnection["data"], properties = data?["properties"];
        string format = Known(data?["format"], "data.format", "delimited", "delimited", "json", "parquet");
        string compression = Known(properties?["compressionType"], "data.properties.compressionType", "none", "none", "gzip");
        string delimiter = properties?["columnDelimiter"]?.ToString() ?? ",";
        if (delimiter.Length != 1)
            throw FlowErrors.Invalid($"data.properties.columnDelimiter '{delimiter}' must be one character.");
        return new SourceFormat(format, compression, delimiter);
    }

    private static string Known(JsonNode? node, string member, string otherwise, params string[] known)
    {
        string value = node?.ToString().ToLowerInvariant() ?? otherwise;
        return known.Contains(value) ? value : throw FlowErrors.Invalid($"{member} '{value}' is none of {string.Join(", ", known)}.");
    }
}
