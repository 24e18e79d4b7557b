namespace Aep.Sdk.Segmentation;

/// <summary>A score of somebody of whom it is known how it turned out, for example a user held out of training.</summary>
/// <param name="Score">The score.</param>
/// <param name="IsPositive">Whether the predicted thing happened.</param>
public readonly record struct LabelledScore(double Score, bool IsPositive);
