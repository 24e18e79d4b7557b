namespace Aep.Sdk.Profiles;

internal sealed record MergePolicyResults
{
    public IReadOnlyDictionary<string, MergePolicy> Results { get => field ?? new Dictionary<string, MergePolicy>(); init; }
}
