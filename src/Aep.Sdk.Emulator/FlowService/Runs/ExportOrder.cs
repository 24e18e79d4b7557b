using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>The datasets that a run exports, all of their rows or those that came since the last such run.</summary>
internal sealed record ExportOrder(IReadOnlyList<string> Datasets, bool Incremental)
{
    private const string DatasetsMember = "exportDatasets", IncrementalMember = "incremental";

    /// <returns>Null when the input is not one of an export.</returns>
    public static ExportOrder? Read(JsonObject input) => input[DatasetsMember] is JsonArray datasets
        ? new ExportOrder([.. datasets.Select(id => (string)id!)], (bool)input[IncrementalMember]!)
        : null;

    public JsonObject ToInput() =>
        new() { [DatasetsMember] = new JsonArray([.. Datasets.Select(id => JsonValue.Create(id))]), [IncrementalMember] = Incremental };
}
