namespace Aep.Sdk.Segmentation;

/// <summary>A segment to create.</summary>
/// <param name="Name">Its name, unique in the sandbox. <c>GetOrCreateAsync</c> finds an existing segment by it.</param>
/// <param name="Expression">Its rule.</param>
public sealed record SegmentDefinition(string Name, SegmentExpression Expression)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>When its members are found; null for the service's choice, or as it was.</summary>
    public EvaluationInfo? Evaluation { get; init; }

    /// <summary>The merge policy that its profiles are merged by; null for the sandbox's own, or as it was.</summary>
    public string? MergePolicyId { get; init; }

    /// <summary>Whether it leaves out those who have opted out; null for the service's choice, or as it was.</summary>
    public DataGovernancePolicy? DataGovernancePolicy { get; init; }

    /// <summary>The class of schema that it selects from. By default individual profiles.</summary>
    public string SchemaName { get; init; } = "_xdm.context.profile";
}
