namespace Aep.Sdk.Segmentation;

internal sealed record SearchNamespaces
{
    public IReadOnlyList<SearchNamespaceCount> Namespaces { get => field ?? []; init; }
}
