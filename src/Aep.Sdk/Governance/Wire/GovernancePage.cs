using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Governance;

internal sealed record GovernancePage<T> : ListingPage
{
    public IReadOnlyList<T> Children { get => field ?? []; init; }
}
