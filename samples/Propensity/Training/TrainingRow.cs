using Microsoft.ML.Data;

namespace Propensity.Training;

/// <summary>A user's features and whether the user has subscribed, as ML.NET takes them.</summary>
public sealed class TrainingRow
{
    public const int FeatureCount = 14;

    public string UserId { get; set; } = "";

    [VectorType(FeatureCount)]
    public float[] Features { get; set; } = new float[FeatureCount];

    public bool Label { get; set; }

    public static TrainingRow Of(FeatureRow row) =>
        new() { UserId = row.UserId, Features = row.ToVector(), Label = row.SubscriptionOccurred > 0 };
}
