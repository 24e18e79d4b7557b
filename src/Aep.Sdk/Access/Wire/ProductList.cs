namespace Aep.Sdk.Access;

internal sealed record ProductList
{
    public IReadOnlyList<AccessProduct> Products { get => field ?? []; init; }
}
