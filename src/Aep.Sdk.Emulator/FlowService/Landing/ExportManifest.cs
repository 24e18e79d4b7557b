using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Landing;

/// <summary>
/// The manifest of an export, when the target connection asks for one (<c>includeFileManifest</c>):
/// <c>manifest-{flowId}-{runId}.json</c> beside the files that it lists. It lands after them.
/// </summary>
internal static class ExportManifest
{
    public static async Task AddAsync(StagedExport export, CancellationToken cancellationToken)
    {
        if (export.Files.Count == 0 || export.Target["params"]?["includeFileManifest"]?.ToString() != "true")
            return;
        string text = Of(export).ToJsonString();
        await export.AddAsync(
            export.Files[0].Folder, $"manifest-{export.Run.FlowId}-{export.Run.RunId}.json",
            file => File.WriteAllTextAsync(file, text, new UTF8Encoding(false), cancellationToken));
    }

    private static JsonObject Of(StagedExport export) => new()
    {
        ["flowRunId"] = export.Run.RunId,
        ["scheduledTime"] = export.Run.ScheduledTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["exportResults"] = new JsonArray([.. export.Files.Select(file => new JsonObject
        {
            ["sinkPath"] = "/" + file.Folder,
            ["name"] = file.Name,
            ["size"] = file.Bytes,
        })]),
    };
}
