namespace Aep.Sdk.Segmentation;

/// <summary>Whether members are found in one way.</summary>
/// <param name="Enabled">Whether they are.</param>
public sealed record EvaluationMode(bool Enabled);
