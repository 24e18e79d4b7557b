using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BlobStorage;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The files in the folder of a source flow, and which of them the flow has read.</summary>
internal sealed class DropZoneFiles(FlowResources resources, BlobStore blobs, StorageAccounts accounts)
{
    private const string DoneKind = "importedFiles";

    /// <summary>Names a version of a file: one that is written again is a new one.</summary>
    public static string Key(StoredBlob blob) => $"{blob.Name} {blob.ETag}";

    /// <summary>Those that the flow has not read. Without backfill, what lay there before its start does not count.</summary>
    public List<StoredBlob> NewFiles(Sandbox sandbox, JsonObject flow)
    {
        DateTimeOffset since = FlowSchedule.FilesSince(flow);
        HashSet<string> done =
            [.. sandbox.Documents[DoneKind].Find((string)flow["id"]!)?["files"]?.AsArray().Select(file => (string)file!) ?? []];
        return [.. Files(sandbox, flow).Where(blob => blob.LastModified >= since && !done.Contains(Key(blob)))];
    }

    /// <summary>Those of some files that are still what they were.</summary>
    public List<StoredBlob> Unchanged(Sandbox sandbox, JsonObject flow, IReadOnlyList<string> keys) =>
        [.. Files(sandbox, flow).Where(blob => keys.Contains(Key(blob)))];

    /// <summary>These files are not read again.</summary>
    public static void Remember(Sandbox sandbox, string flowId, IEnumerable<string> keys) =>
        Change(sandbox, flowId, done => done.UnionWith(keys));

    /// <summary>These files count as new again.</summary>
    public static void Forget(Sandbox sandbox, string flowId, IEnumerable<string> keys) =>
        Change(sandbox, flowId, done => done.ExceptWith(keys));

    private IEnumerable<StoredBlob> Files(Sandbox sandbox, JsonObject flow)
    {
        JsonObject source = resources.Get(sandbox, FlowKinds.SourceConnections, (string)flow["sourceConnectionIds"]![0]!);
        string path = ((string?)source["params"]?["path"] ?? "").Trim('/');
        string container = BlobStore.UserContainer + "/";
        string below = (path + "/").StartsWith(container, StringComparison.Ordinal) ? (path + "/")[container.Length..] : path;
        bool isFile = (string?)source["params"]?["type"] == "file";
        bool recursive = !isFile && source["params"]?["recursive"]?.ToString() != "false";
        var pattern = FilePattern.Of(below, isFile);
        return blobs.List(accounts.Of(sandbox).Name, BlobStore.UserContainer, pattern.Prefix)
            .Where(blob => pattern.Matches(blob.Name, recursive));
    }

    private static void Change(Sandbox sandbox, string flowId, Action<HashSet<string>> change)
    {
        HashSet<string> done = [.. sandbox.Documents[DoneKind].Find(flowId)?["files"]?.AsArray().Select(file => (string)file!) ?? []];
        change(done);
        sandbox.Documents[DoneKind].Save(
            flowId, new JsonObject { ["files"] = new JsonArray([.. done.Select(key => JsonValue.Create(key))]) });
    }
}
