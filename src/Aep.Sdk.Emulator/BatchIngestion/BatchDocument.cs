using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>A batch as the catalog shows it.</summary>
internal static class BatchDocument
{
    private const string DiagnosticsTag = "acp_enableErrorDiagnostics";
    private const string PartialTag = "acp_partialIngestionPercent";

    public static JsonObject Create(string id, BatchDefinition definition, Sandbox sandbox, string orgId, string client, long now)
    {
        var tags = definition.Tags?.DeepClone() as JsonObject ?? [];
        tags[DiagnosticsTag] = definition.ErrorDiagnostics;
        tags[PartialTag] = definition.PartialIngestionPercent;
        var format = new JsonObject { ["format"] = definition.Format };
        if (definition.Format == "json")
            format["isMultiLineJson"] = definition.IsMultiLineJson;
        foreach (string name in new[] { "delimiter", "quote", "escape", "charset", "header" }.Where(
            name => definition.Csv?[name] is not null))
            format[name] = definition.Csv![name]!.DeepClone();
        JsonObject document = CatalogObject.Begin(id, sandbox, orgId, client, now);
        document["externalId"] = definition.ExternalId ?? id;
        document["status"] = BatchStatus.Loading;
        document["relatedObjects"] = new JsonArray(new JsonObject { ["type"] = "dataSet", ["id"] = definition.DatasetId });
        document["inputFormat"] = format;
        document["tags"] = tags;
        document["metrics"] = new JsonObject();
        document["errors"] = new JsonArray();
        if (definition.Replay is { } replay)
            document["replay"] = replay.ToJson();
        return document;
    }

    public static BatchDefinition Read(JsonObject batch) => new(
        DatasetOf(batch),
        (string)batch["inputFormat"]!["format"]!,
        (bool?)batch["inputFormat"]!["isMultiLineJson"] ?? false,
        (bool?)batch["tags"]?[DiagnosticsTag] ?? false,
        (double?)batch["tags"]?[PartialTag] ?? 0)
    {
        Replay = BatchReplay.Read(batch),
        Csv = batch["inputFormat"]!.AsObject(),
    };

    /// <summary>The dataset of a batch; empty for one that a producer has described without.</summary>
    public static string DatasetOf(JsonObject batch) => (batch["relatedObjects"] as JsonArray ?? [])
        .Where(related => (string?)related?["type"] == "dataSet").Select(related => (string?)related!["id"]).FirstOrDefault() ?? "";

    /// <summary>Whether the ingestion service made the batch, and not a producer in the catalog.</summary>
    public static bool IsIngested(JsonObject batch) => batch["inputFormat"]?["format"] is not null && batch["metrics"] is not null;

    public static void SetStatus(JsonObject batch, string status, long now)
    {
        batch["status"] = status;
        CatalogObject.Touch(batch, now);
        if (status == BatchStatus.Staging)
            batch["started"] = now;
    }

    public static void SetOutcome(JsonObject batch, BatchOutcome outcome, long now)
    {
        SetStatus(batch, outcome.Status, now);
        batch["completed"] = now;
        batch["recordCount"] = outcome.Written;
        batch["failedRecordCount"] = outcome.Failed;
        batch["metrics"] = new JsonObject
        {
            ["inputByteSize"] = outcome.Metrics.InputBytes,
            ["inputFileCount"] = outcome.Metrics.InputFiles,
            ["inputRecordCount"] = outcome.Records,
            ["outputByteSize"] = outcome.Metrics.OutputBytes,
            ["outputFileCount"] = outcome.Metrics.OutputFiles,
            ["outputRecordCount"] = outcome.Written,
            ["failedRecordCount"] = outcome.Failed,
            ["partitionCount"] = outcome.Metrics.OutputFiles,
        };
        batch["errors"] = new JsonArray([.. outcome.BatchErrors.Select(error => error.ToJson())]);
    }
}
