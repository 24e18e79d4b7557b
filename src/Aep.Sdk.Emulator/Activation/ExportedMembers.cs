using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Landing;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>
/// Who was in an audience when a flow exported it last, for incremental exports. A file an export, kept over restarts; the mark of the flow
/// says which one counts, so that the members and the files of the export change in one step.
/// </summary>
internal sealed class ExportedMembers(DataFolder folder)
{
    private const string Member = "members", Extension = ".txt";

    /// <returns>Null before the first export.</returns>
    public HashSet<string>? Read(Sandbox sandbox, string flowId, string segmentId) =>
        Current(sandbox, flowId, segmentId) is { } name ? [.. File.ReadLines(Path.Combine(FolderOf(sandbox), name))] : null;

    /// <returns>The mark that makes these members those of the last export.</returns>
    public JsonObject Write(StagedExport export, string segmentId, IEnumerable<string> keys)
    {
        string name = $"{Prefix(export.Run.FlowId, segmentId)}-{export.Run.RunId}{Extension}";
        File.WriteAllLines(Path.Combine(FolderOf(export.Sandbox), name), keys, new UTF8Encoding(false));
        return new JsonObject { [Member] = name };
    }

    /// <summary>Removes the members of earlier exports, and of those that never landed.</summary>
    public void RemoveOthers(Sandbox sandbox, string flowId, string segmentId)
    {
        string? current = Current(sandbox, flowId, segmentId);
        foreach (string file in Directory.EnumerateFiles(FolderOf(sandbox), $"{Prefix(flowId, segmentId)}-*{Extension}"))
        {
            if (Path.GetFileName(file) != current)
                File.Delete(file);
        }
    }

    /// <summary>A person's key as one line.</summary>
    public static string LineOf(string key) => key.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string? Current(Sandbox sandbox, string flowId, string segmentId) =>
        (string?)ExportMarks.Find(sandbox, flowId, segmentId)?[Member];

    private string FolderOf(Sandbox sandbox) => folder.Subfolder("sandboxes", sandbox.Name, "activations");

    private static string Prefix(string flowId, string segmentId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{flowId} {segmentId}")), 0, 16);
}
