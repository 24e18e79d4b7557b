using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>Identities, and which of them belong to one person.</summary>
internal sealed class IdentityClusters(ProfileStore profiles, Namespaces namespaces)
{
    /// <summary>An identity from its XID, or from its namespace (code or number) and value.</summary>
    /// <exception cref="ApiException">400: a part is missing, or there is no such namespace.</exception>
    public ProfileKey Read(string? xid, string? space, string? id)
    {
        if (!string.IsNullOrEmpty(xid))
            return Xid.Decode(xid) ?? throw IdentityErrors.Create(400, $"'{xid}' is no XID.");
        if (string.IsNullOrEmpty(space) || string.IsNullOrEmpty(id))
            throw IdentityErrors.Create(400, "Either xid, or id with namespace or nsid is required.");
        string code = (string?)namespaces.Find(space)?["code"]
            ?? throw IdentityErrors.Create(400, $"There is no identity namespace '{space}'.");
        return ProfileKey.Of(code, id);
    }

    /// <summary>The XIDs of a person; only the asked one if nothing is linked to it.</summary>
    public JsonObject Cluster(Sandbox sandbox, ProfileKey key) => new()
    {
        ["xid"] = Xid.Encode(key),
        ["members"] = new JsonArray([.. Members(sandbox, key).Select(member => (JsonNode)Xid.Encode(member))]),
    };

    public JsonObject Graph(Sandbox sandbox, ProfileKey key)
    {
        (IReadOnlyList<ProfileKey> members, IReadOnlyList<(ProfileKey From, ProfileKey To)> links) = profiles.Cluster(sandbox, key)
            ?? ([key], []);
        return new JsonObject
        {
            ["composite_xid"] = Composite(key),
            ["members"] = new JsonArray([.. members.Select(Composite)]),
            ["links"] = new JsonArray(
                [.. links.Select(link => new JsonObject { ["from"] = Composite(link.From), ["to"] = Composite(link.To) })]),
        };
    }

    public IEnumerable<ProfileKey> Members(Sandbox sandbox, ProfileKey key) => profiles.Cluster(sandbox, key)?.Members ?? [];

    public JsonObject Composite(ProfileKey key) =>
        new() { ["ns"] = (string?)namespaces.Find(key.Namespace)?["code"] ?? key.Namespace, ["id"] = key.Identity };
}
