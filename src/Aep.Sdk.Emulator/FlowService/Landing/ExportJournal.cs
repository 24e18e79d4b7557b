using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService.Runs;

namespace Aep.Sdk.Emulator.FlowService.Landing;

/// <summary>What is left to do for a run whose files are all written: where they go, and how far the flow has come with them.</summary>
/// <param name="FlowId">The flow.</param>
/// <param name="Target">The target connection as it was when the files were written.</param>
/// <param name="Files">The files, in the order in which they land.</param>
/// <param name="Marks">The marks of the flow by dataset or audience.</param>
/// <param name="Result">What the run has moved.</param>
internal sealed record ExportJournal(
    string FlowId, JsonObject Target, IReadOnlyList<ExportedFile> Files, IReadOnlyDictionary<string, JsonObject> Marks, RunResult Result)
{
    private const string Member = "landing";

    /// <returns>Null when the files of the run were not all written.</returns>
    public static ExportJournal? Of(JsonObject input) => input[Member]?.Deserialize(ExportJournalJson.Default.ExportJournal);

    /// <summary>A journal is a member of the run's input: one document, which is there or not.</summary>
    public void WriteTo(JsonObject input) => input[Member] = JsonSerializer.SerializeToNode(this, ExportJournalJson.Default.ExportJournal);

    public static void RemoveFrom(JsonObject input) => input.Remove(Member);
}
