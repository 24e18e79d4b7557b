using System.Text;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>What flows have told their destinations: the signature of each person, a file a flow, kept over restarts.</summary>
internal sealed class StreamedPersons(DataFolder folder)
{
    /// <returns>Signatures by the keys of persons.</returns>
    public Dictionary<string, string> Read(Sandbox sandbox, string flowId)
    {
        string file = FileOf(sandbox, flowId);
        return File.Exists(file)
            ? File.ReadLines(file).Select(line => line.Split('\t', 2)).ToDictionary(
                parts => parts[1], parts => parts[0], StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    public void Write(Sandbox sandbox, string flowId, IReadOnlyDictionary<string, string> signatures)
    {
        string file = FileOf(sandbox, flowId), next = file + ".tmp";
        File.WriteAllLines(next, signatures.Select(person => $"{person.Value}\t{person.Key}"), new UTF8Encoding(false));
        File.Move(next, file, overwrite: true);
    }

    /// <summary>A person's key as it stands in the file.</summary>
    public static string KeyOf(AudienceMember member) => ExportedMembers.LineOf(member.Key);

    private string FileOf(Sandbox sandbox, string flowId) =>
        Path.Combine(folder.Subfolder("sandboxes", sandbox.Name, "streamed"), $"{Uri.EscapeDataString(flowId)}.tsv");
}
