namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>An operator between two operands; the second is evaluated only when it is needed.</summary>
internal sealed record Operator(
    string Symbol, string? Word, string Method, string Description, Func<EvaluationContext, Expression, Expression, object?> Apply);
