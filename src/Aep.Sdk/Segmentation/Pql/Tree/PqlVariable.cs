namespace Aep.Sdk.Segmentation;

/// <summary>A variable that a quantifier, a selection, a function or <c>let</c> has declared.</summary>
internal sealed record PqlVariable(string Name) : PqlNode;
