namespace Aep.Sdk.Segmentation;

internal sealed record PreviewBody(string PredicateExpression, string PredicateType, string PredicateModel, string? GraphType);
