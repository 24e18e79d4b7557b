using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The files of an import, and the batch that they go into once it is made.</summary>
internal static class ImportInput
{
    private const string Files = "importFiles", Batch = "batchId";

    public static JsonObject Of(IEnumerable<string> fileKeys, string? batchId = null)
    {
        var input = new JsonObject { [Files] = new JsonArray([.. fileKeys.Select(key => JsonValue.Create(key))]) };
        if (batchId is not null)
            input[Batch] = batchId;
        return input;
    }

    /// <returns>The keys of the files; null when the input is not one of an import.</returns>
    public static IReadOnlyList<string>? FilesOf(JsonObject input) => input[Files]?.AsArray().Select(key => (string)key!).ToList();

    public static string? BatchOf(JsonObject input) => (string?)input[Batch];
}
