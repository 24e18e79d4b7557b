using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Profiles;

internal sealed record EventPage : ListingPage
{
    public IReadOnlyList<ProfileEvent> Children { get => field ?? []; init; }
}
