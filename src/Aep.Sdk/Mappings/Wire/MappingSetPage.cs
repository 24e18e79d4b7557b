namespace Aep.Sdk.Mappings;

internal sealed class MappingSetPage
{
    public IReadOnlyList<MappingSet> Data { get => field ?? []; init; }
}
