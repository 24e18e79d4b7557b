namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>A row of a file with scores.</summary>
internal sealed record Score(string UserId, double Prediction);
