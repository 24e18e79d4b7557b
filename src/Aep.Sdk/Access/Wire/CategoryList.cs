namespace Aep.Sdk.Access;

internal sealed record CategoryList
{
    public IReadOnlyList<PermissionCategory> Categories { get => field ?? []; init; }
}
