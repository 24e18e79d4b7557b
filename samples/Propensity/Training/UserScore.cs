namespace Propensity.Training;

/// <summary>A user and the predicted probability to subscribe.</summary>
public sealed record UserScore(string UserId, double Prediction)
{
    /// <summary>Whether the user has subscribed, where that is known.</summary>
    public bool? Subscribed { get; init; }
}
