using System.Text.Json.Nodes;

namespace Aep.Sdk.Flows;

/// <summary>A step of a dataflow, for example the mapping of a source or the audiences of a destination.</summary>
/// <param name="Name">The step's name: <c>Mapping</c> for sources, <c>GeneralTransform</c> for destinations.</param>
/// <param name="Params">Its parameters, as the flow specification defines them.</param>
public sealed record FlowTransformation(string Name, JsonObject? Params = null);
