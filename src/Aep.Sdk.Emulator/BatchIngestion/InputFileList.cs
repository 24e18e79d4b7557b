using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>
/// The names of a batch's files, a JSON line each, for its diagnostics. After
/// https://experienceleague.adobe.com/en/docs/experience-platform/ingestion/quality/error-diagnostics.
/// </summary>
internal static class InputFileList
{
    private const string Name = "fileMetaData1.json";

    public static void Write(string folder, IEnumerable<string> names)
    {
        var lines = new StringBuilder();
        foreach (string name in names)
            lines.Append(new JsonObject { ["path"] = name }.ToJsonString()).Append('\n');
        File.WriteAllText(Path.Combine(folder, Name), lines.ToString());
    }
}
