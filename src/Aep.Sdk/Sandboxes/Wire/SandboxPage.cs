using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Sandboxes;

internal sealed record SandboxPage : ListingPage
{
    public IReadOnlyList<Sandbox> Sandboxes { get => field ?? []; init; }
}
