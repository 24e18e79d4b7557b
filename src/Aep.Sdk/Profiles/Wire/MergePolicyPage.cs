using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

internal sealed record MergePolicyPage : ListingPage
{
    public IReadOnlyList<MergePolicy> Children { get => field ?? []; init; }
}
