using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Writes the members of an audience with chosen attributes to a CSV file in the landing zone.</summary>
internal sealed class AudienceActivations(FlowResources resources, IAudienceReader audiences, BlobStore blobs, StorageAccounts accounts, TimeProvider time)
{
    private const string DefaultTemplate = "%DESTINATION_NAME%_%SEGMENT_ID%_%DATETIME(YYYYMMdd_HHmmss)%";

    /// <summary>True when the flow activates the audience.</summary>
    public static JsonNode? FindSelector(JsonObject flow, string segmentId) => Parameters(flow)?["segmentSelectors"]?["selectors"]?.AsArray()
        .FirstOrDefault(selector => (string?)selector?["value"]?["id"] == segmentId);

    public async Task<RunResult> ActivateAsync(Sandbox sandbox, JsonObject flow, string segmentId, CancellationToken cancellationToken)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        (string Path, string Header)[] columns = [.. Parameters(flow)?["profileSelectors"]?["selectors"]?.AsArray().Select(Column) ?? []];
        if (columns.Length == 0)
            throw FlowErrors.Invalid("The flow selects no profile attributes (transformations[0].params.profileSelectors).");
        string temporary = blobs.TemporaryFile();
        long rows = 0;
        await using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(false)))
        {
            await writer.WriteAsync(CsvText.Line(columns.Select(column => column.Header)) + "\n");
            await foreach (JsonObject profile in audiences.ReadMembersAsync(sandbox, segmentId, cancellationToken))
            {
                await writer.WriteAsync(CsvText.Line(columns.Select(column => At(profile, column.Path))) + "\n");
                rows++;
            }
        }
        StoredBlob blob = blobs.Publish(accounts.Of(sandbox).Name, BlobStore.DestinationContainer, FileName(target, flow, segmentId), temporary);
        return new RunResult(rows, rows, 0, blob.Length, 0, 1, []);
    }

    private string FileName(JsonObject target, JsonObject flow, string segmentId)
    {
        string template = (string?)FindSelector(flow, segmentId)?["value"]?["filenameTemplate"] ?? DefaultTemplate;
        string name = template
            .Replace("%DESTINATION_NAME%", (string?)flow["name"] ?? "")
            .Replace("%SEGMENT_ID%", segmentId)
            .Replace("%SEGMENT_NAME%", (string?)FindSelector(flow, segmentId)?["value"]?["name"] ?? segmentId)
            .Replace("%DATETIME(YYYYMMdd_HHmmss)%", time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture));
        return $"{((string?)target["params"]?["path"] ?? "").Trim('/')}/{name.Replace('/', '_')}.csv".TrimStart('/');
    }

    private static JsonNode? Parameters(JsonObject flow) =>
        flow["transformations"]?.AsArray().FirstOrDefault(item => (string?)item?["name"] == "GeneralTransform")?["params"];

    private static (string Path, string Header) Column(JsonNode? selector)
    {
        JsonNode? value = selector?["value"];
        string path = (string?)value?["path"] ?? throw FlowErrors.Invalid("A profile selector has no value.path.");
        return (path, (string?)value?["mapping"]?["destination"] ?? path);
    }

    private static JsonNode? At(JsonObject profile, string path)
    {
        JsonNode? node = profile;
        foreach (string step in path.Split('.'))
            node = (node as JsonObject)?[step];
        return node;
    }
}
