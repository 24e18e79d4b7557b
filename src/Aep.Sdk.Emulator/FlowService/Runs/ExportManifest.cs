using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>
/// The manifest of an export, when the target connection asks for one (<c>includeFileManifest</c>):
/// <c>manifest-{flowId}-{runId}.json</c> beside the files that it lists.
/// </summary>
internal sealed class ExportManifest(BlobStore blobs, CloudFolders folders)
{
    public void Write(Sandbox sandbox, JsonObject target, RunContext context, IReadOnlyList<ExportedFile> files)
    {
        if (files.Count == 0 || target["params"]?["includeFileManifest"]?.ToString() != "true")
            return;
        var manifest = new JsonObject
        {
            ["flowRunId"] = context.RunId,
            ["scheduledTime"] = context.ScheduledTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["exportResults"] = new JsonArray([.. files.Select(file => new JsonObject
            {
                ["sinkPath"] = "/" + file.Folder,
                ["name"] = file.Name,
                ["size"] = file.Bytes,
            })]),
        };
        string temporary = blobs.TemporaryFile();
        File.WriteAllText(temporary, manifest.ToJsonString(), new UTF8Encoding(false));
        folders.Publish(sandbox, target, $"{files[0].Folder}/manifest-{context.FlowId}-{context.RunId}.json".TrimStart('/'), temporary);
    }
}
