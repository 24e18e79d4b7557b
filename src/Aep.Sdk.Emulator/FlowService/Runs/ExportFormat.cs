using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Type and compression of exported files.</summary>
internal sealed record ExportFormat(string Type, string Compression)
{
    private const string JsonDates = "DATEFORMAT '%Y-%m-%d'";

    /// <exception cref="Gateway.ApiException">400: files cannot have this type or compression.</exception>
    public static ExportFormat OfDatasets(JsonNode? parameters)
    {
        var format = new ExportFormat(Text(parameters, "datasetFileType", "parquet"), Text(parameters, "compression", "none"));
        return format.Copy is not null
            ? format
            : throw FlowErrors.Invalid($"params.datasetFileType '{format.Type}' with compression '{format.Compression}' is not supported: "
                + "use PARQUET or JSON with NONE or GZIP.");
    }

    /// <summary>What follows the name of a file.</summary>
    public string Extension => (Type, Compression) switch
    {
        ("parquet", "gzip") => ".gz.parquet",
        ("parquet", "snappy") => ".snappy.parquet",
        (_, "gzip") => $".{Type}.gz",
        _ => $".{Type}",
    };

    /// <summary>How the engine writes it; null when it does not.</summary>
    public string? Copy => (Type, Compression) switch
    {
        ("parquet", "gzip") => "FORMAT parquet, COMPRESSION gzip",
        ("parquet", "none") => "FORMAT parquet, COMPRESSION uncompressed",
        ("parquet", "snappy") => "FORMAT parquet, COMPRESSION snappy",
        ("json", "gzip") => $"FORMAT json, {JsonDates}, COMPRESSION gzip",
        ("json", "none") => $"FORMAT json, {JsonDates}",
        _ => null,
    };

    private static string Text(JsonNode? parameters, string member, string otherwise) =>
        parameters?[member]?.ToString().ToLowerInvariant() ?? otherwise;
}
