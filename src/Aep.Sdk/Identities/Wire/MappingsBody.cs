using System.Globalization;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Identities;

internal sealed record MappingsBody
{
    public string[]? Xids { get; init; }

    public CompositeXid[]? CompositeXids { get; init; }

    public string? TargetNs { get; init; }

    [JsonPropertyName("graph-type")]
    public string GraphType { get; init; } = "Private Graph";

    public static MappingsBody From(IdentityReference[] identities, long? targetNamespaceId)
    {
        string? target = targetNamespaceId?.ToString(CultureInfo.InvariantCulture);
        return identities.All(identity => identity.Xid is not null)
            ? new MappingsBody { Xids = [.. identities.Select(identity => identity.Xid!)], TargetNs = target }
            : new MappingsBody { CompositeXids = [.. identities.Select(CompositeXid.From)], TargetNs = target };
    }
}
