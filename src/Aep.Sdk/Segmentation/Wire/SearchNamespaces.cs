namespace Aep.Sdk.Segmentation;

internal sealed record SearchNamespaces
{
    public IReadOnlyList<Group> Namespaces { get => field ?? []; init; }

    internal sealed record Group
    {
        public IReadOnlyList<SearchNamespaceCount> Namespace { get => field ?? []; init; }
    }
}
