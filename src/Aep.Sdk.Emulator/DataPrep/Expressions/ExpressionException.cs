namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>An expression that cannot be read, or that cannot be evaluated for a row.</summary>
internal sealed class ExpressionException(string message) : Exception(message);
