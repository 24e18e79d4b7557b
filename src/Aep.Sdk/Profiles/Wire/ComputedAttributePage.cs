namespace Aep.Sdk.Profiles;

internal sealed record ComputedAttributePage
{
    public IReadOnlyList<ComputedAttribute> Children { get => field ?? []; init; }
}
