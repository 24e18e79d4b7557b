namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>An expression that was read; a value is a text, number, truth, time, list, map or null.</summary>
internal delegate object? Expression(EvaluationContext context);
