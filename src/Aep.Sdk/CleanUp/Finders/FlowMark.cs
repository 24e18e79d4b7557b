using Aep.Sdk.Flows;

namespace Aep.Sdk.CleanUp;

/// <summary>What a connection is to say, so that it is found when its dataflow is gone.</summary>
internal sealed class FlowMark(IFlowResource connection, string? name)
{
    public IFlowResource Connection => connection;

    /// <summary>The mapping sets that are to be found by it.</summary>
    public SortedSet<string> MappingSets { get; } = new(StringComparer.Ordinal);

    public bool IsLeft { get; set; }

    public IEnumerable<JsonPatchOperation> Changes(string words)
    {
        if (name is not null) yield return JsonPatchOperation.Replace("/name", name);
        if (MappingSets.Count > 0) yield return JsonPatchOperation.Add("/description", words + string.Join(' ', MappingSets));
    }
}
