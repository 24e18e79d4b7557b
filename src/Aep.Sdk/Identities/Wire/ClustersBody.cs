using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

/// <summary>Asks for clusters; exactly one of the three lists is given.</summary>
internal sealed record ClustersBody
{
    public string[]? Xids { get; init; }

    public CompositeXid[]? CompositeXids { get; init; }

    public NamespacedXid[]? CompositeXidsWithNamespace { get; init; }

    [JsonPropertyName("graph-type")]
    public string? GraphType { get; init; }

    public static ClustersBody From(IdentityReference[] identities, string? graphType)
    {
        if (identities.Length == 0)
            throw new ArgumentException("Give at least one identity.", nameof(identities));
        if (identities.All(identity => identity.Xid is not null))
            return new ClustersBody { Xids = [.. identities.Select(identity => identity.Xid!)], GraphType = graphType };
        if (identities.All(identity => identity.NamespaceId is not null))
            return new ClustersBody { CompositeXids = [.. identities.Select(CompositeXid.From)], GraphType = graphType };
        if (identities.All(identity => identity.NamespaceCode is not null))
            return new ClustersBody
            {
                CompositeXidsWithNamespace = [.. identities.Select(item => new NamespacedXid(item.NamespaceCode!,
                item.RequireId()))],
                GraphType = graphType
            };
        throw new ArgumentException("Give all identities in one way: as XIDs, by number of namespace, or by its code.", nameof(identities));
    }

    internal sealed record NamespacedXid(string Namespace, string Id);
}
