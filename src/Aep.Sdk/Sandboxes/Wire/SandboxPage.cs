namespace Aep.Sdk.Sandboxes;

internal sealed record SandboxPage
{
    public IReadOnlyList<Sandbox> Sandboxes { get => field ?? []; init; }
}
