using System.Security.Cryptography;
using System.Text;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>Who was in an audience when a flow exported it last, for incremental exports. A file an audience of a flow, kept over restarts.</summary>
internal sealed class ExportedMembers(DataFolder folder)
{
    /// <returns>Null before the first export.</returns>
    public HashSet<string>? Read(Sandbox sandbox, string flowId, string segmentId)
    {
        string file = FileOf(sandbox, flowId, segmentId);
        return File.Exists(file) ? [.. File.ReadLines(file)] : null;
    }

    public void Write(Sandbox sandbox, string flowId, string segmentId, IEnumerable<string> keys)
    {
        string file = FileOf(sandbox, flowId, segmentId), temporary = file + ".tmp";
        File.WriteAllLines(temporary, keys, new UTF8Encoding(false));
        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>A person's key as one line.</summary>
    public static string LineOf(string key) => key.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    private string FileOf(Sandbox sandbox, string flowId, string segmentId) => Path.Combine(
        folder.Subfolder("sandboxes", sandbox.Name, "activations"),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{flowId} {segmentId}")), 0, 16) + ".txt");
}
