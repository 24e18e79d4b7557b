namespace Aep.Sdk.Queries;

/// <summary>Which rows of an entity a feature query keeps.</summary>
internal enum FeatureRows
{
    Every,
    AtTheLabel,
    Last,
}
