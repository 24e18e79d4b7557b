using System.Text.Json.Nodes;

namespace Aep.Sdk.Datasets;

/// <summary>The first rows of a dataset.</summary>
internal sealed record PreviewAnswer
{
    public IReadOnlyList<JsonObject> Data { get => field ?? []; init; }
}
