namespace Aep.Sdk.Segmentation;

/// <summary>The rule of a segment. Make it with <see cref="Pql"/>.</summary>
/// <param name="Type">The language: <c>PQL</c>.</param>
/// <param name="Format">Its notation: <c>pql/text</c> or <c>pql/json</c>.</param>
/// <param name="Value">The rule.</param>
public sealed record SegmentExpression(string? Type, string? Format, string? Value);
