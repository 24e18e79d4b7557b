using System.Text.Json;

namespace Aep.Sdk.Identities;

/// <summary>Members of graphs and clusters: an XID as text, or an identity as an object.</summary>
internal static class MemberNode
{
    public static IReadOnlyList<IdentityReference> Read(IReadOnlyList<JsonElement>? members) => [.. (members ?? []).Select(Read)];

    private static IdentityReference Read(JsonElement member) => member.ValueKind == JsonValueKind.String
        ? IdentityReference.ByXid(member.GetString()!)
        : member.Deserialize(IdentitiesJson.Default.IdentityReference) ?? throw new AepException("A member of the identity graph is null.");
}
