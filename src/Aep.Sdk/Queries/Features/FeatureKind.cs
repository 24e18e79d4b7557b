namespace Aep.Sdk.Queries;

/// <summary>What a column of a feature query has.</summary>
internal enum FeatureKind
{
    Field,
    Count,
    MinutesSince,
    Label,
}
