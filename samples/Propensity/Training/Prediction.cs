namespace Propensity.Training;

/// <summary>What a model says of a row.</summary>
public sealed class Prediction
{
    public string UserId { get; set; } = "";

    public bool Label { get; set; }

    public float Probability { get; set; }
}
