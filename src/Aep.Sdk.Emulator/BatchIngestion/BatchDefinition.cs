using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>What a client asks for when it creates a batch.</summary>
/// <param name="DatasetId">Where the rows go.</param>
/// <param name="Format"><c>json</c>, <c>parquet</c> or <c>csv</c>.</param>
/// <param name="IsMultiLineJson">Whether a JSON row may span lines.</param>
/// <param name="ErrorDiagnostics">Whether errors are told row by row.</param>
/// <param name="PartialIngestionPercent">How many percent of the rows may be refused before the whole batch is.</param>
internal sealed record BatchDefinition(
    string DatasetId, string Format, bool IsMultiLineJson, bool ErrorDiagnostics, double PartialIngestionPercent)
{
    private static readonly string[] Formats = ["json", "parquet", "csv"];

    public string? ExternalId { get; init; }

    public JsonObject? Tags { get; init; }

    public BatchReplay? Replay { get; init; }

    /// <summary>What the client said of its CSV files.</summary>
    public JsonObject? Csv { get; init; }

    public static BatchDefinition From(JsonObject body)
    {
        string datasetId = Text(body["datasetId"]) ?? throw IngestionErrors.Invalid("datasetId is required.");
        JsonObject input = body["inputFormat"] as JsonObject ?? throw IngestionErrors.Invalid("inputFormat is required.");
        string format = Text(input["format"])?.ToLowerInvariant() ?? throw IngestionErrors.Invalid("inputFormat.format is required.");
        if (!Formats.Contains(format))
            throw IngestionErrors.Invalid($"The input format {format} is unknown: json, parquet or csv.");
        double percent = Number(body["partialIngestionPercent"] ?? body["partialIngestionPercentage"]);
        return new BatchDefinition(
            datasetId, format, Flag(input["isMultiLineJson"]), Flag(body["enableErrorDiagnostics"]) || percent > 0, percent)
        {
            ExternalId = Text(body["externalId"]),
            Tags = body["tags"] as JsonObject,
            Csv = format == "csv" ? input : null,
        };
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static bool Flag(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    private static double Number(JsonNode? node)
    {
        if (node is null)
            return 0;
        return node is JsonValue value && value.TryGetValue(out double number) && number is >= 0 and <= 100
            ? number
            : throw IngestionErrors.Invalid("partialIngestionPercent must be a number between 0 and 100.");
    }
}
