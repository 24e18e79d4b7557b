using Microsoft.ML.Data;

namespace Propensity.Training;

/// <summary>A user's features and whether the user has subscribed. A feature without a value is 0, as in the notebooks.</summary>
public sealed class TrainingRow
{
    public const int FeatureCount = 14;

    public string UserId { get; set; } = "";

    [VectorType(FeatureCount)]
    public float[] Features { get; set; } = new float[FeatureCount];

    public bool Label { get; set; }
}
