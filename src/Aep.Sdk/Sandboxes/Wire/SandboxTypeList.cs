namespace Aep.Sdk.Sandboxes;

internal sealed record SandboxTypeList
{
    public IReadOnlyList<SandboxTypeInfo> SandboxTypes { get => field ?? []; init; }
}
