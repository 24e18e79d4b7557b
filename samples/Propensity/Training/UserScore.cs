namespace Propensity.Training;

/// <summary>A user and the predicted probability to subscribe.</summary>
public sealed record UserScore(string UserId, double Prediction);
