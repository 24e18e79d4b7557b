namespace Aep.Sdk.Queries;

/// <summary>An algorithm of Data Distiller. Adobe adds to them: make others from their name.</summary>
/// <param name="Value">The name as <c>MODEL_TYPE</c> takes it.</param>
public readonly record struct ModelType(string Value)
{
    /// <summary>Linear regression.</summary>
    public static ModelType LinearRegression => new("linear_reg");

    /// <summary>Logistic regression: a yes or no with its probability.</summary>
    public static ModelType LogisticRegression => new("logistic_reg");

    /// <summary>Clusters around means.</summary>
    public static ModelType KMeans => new("kmeans");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
