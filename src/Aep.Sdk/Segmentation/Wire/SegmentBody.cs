namespace Aep.Sdk.Segmentation;

internal sealed class SegmentBody
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required SegmentExpression Expression { get; init; }

    public EvaluationInfo? EvaluationInfo { get; init; }

    public string? MergePolicyId { get; init; }

    public DataGovernancePolicy? DataGovernancePolicy { get; init; }

    public required SchemaName Schema { get; init; }

    public string ProfileInstanceId { get; init; } = "ups";

    public string PayloadSchema { get; init; } = "string";

    internal sealed record SchemaName(string Name);
}
