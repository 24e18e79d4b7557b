using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>An error of a batch.</summary>
/// <param name="Code">For example <c>INGEST-1555-400</c>.</param>
/// <param name="Description">What is wrong.</param>
/// <param name="RecordCount">How many rows have it; null when it is not about rows.</param>
internal sealed record BatchError(string Code, string Description, long? RecordCount = null)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["code"] = Code, ["description"] = Description };
        if (RecordCount is { } count)
            json["recordCount"] = count;
        return json;
    }
}
