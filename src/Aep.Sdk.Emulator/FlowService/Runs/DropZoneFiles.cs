using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The files in the folder of a source flow, and which of them the flow has read.</summary>
internal sealed class DropZoneFiles(FlowResources resources, BlobStore blobs, StorageAccounts accounts)
{
    private const string DoneKind = "importedFiles";

    public List<StoredBlob> NewFiles(Sandbox sandbox, JsonObject flow)
    {
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        string path = ((string?)source["params"]?["path"] ?? "").Trim('/');
        string container = BlobStore.UserContainer + "/";
        string prefix = (path + "/").StartsWith(container, StringComparison.Ordinal) ? (path + "/")[container.Length..] : path + "/";
        string type = (string?)source["params"]?["type"] ?? "folder";
        bool recursive = source["params"]?["recursive"]?.ToString() != "false";
        HashSet<string> done = [.. sandbox.Documents[DoneKind].Find((string)flow["id"]!)?["files"]?.AsArray().Select(file => (string)file!) ?? []];
        return [.. blobs.List(accounts.Of(sandbox).Name, BlobStore.UserContainer, Prefix(prefix, type))
            .Where(blob => type != "file" || blob.Name == prefix.TrimEnd('/'))
            .Where(blob => recursive || !blob.Name[Math.Min(blob.Name.Length, prefix.TrimStart('/').Length)..].Contains('/'))
            .Where(blob => !done.Contains(Key(blob)))];
    }

    private static string Prefix(string prefix, string type) => prefix == "/" ? "" : type == "file" ? prefix.TrimEnd('/') : prefix;

    public static void Remember(Sandbox sandbox, string flowId, IReadOnlyList<StoredBlob> files)
    {
        JsonObject document = sandbox.Documents[DoneKind].Find(flowId) ?? new JsonObject { ["files"] = new JsonArray() };
        foreach (StoredBlob file in files)
            document["files"]!.AsArray().Add(Key(file));
        sandbox.Documents[DoneKind].Save(flowId, document);
    }

    // A file that is written again is a new one.
    private static string Key(StoredBlob blob) => $"{blob.Name} {blob.ETag}";
}
