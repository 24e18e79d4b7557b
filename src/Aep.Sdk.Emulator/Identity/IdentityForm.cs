using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>How identities are written: an answer writes them as the request did.</summary>
/// <param name="Member">
/// The member of a composite identity that holds the namespace: <c>nsid</c> its number, <c>ns</c> or <c>namespace</c> its code. Null for
/// XIDs.
/// </param>
internal sealed record IdentityForm(string? Member)
{
    public static IdentityForm Xid { get; } = new((string?)null);
    private static readonly string[] Members = ["nsid", "ns", "namespace"];

    /// <summary>An identity of the body of a request, and how it is written.</summary>
    /// <exception cref="ApiException">400: a part is missing, or there is no such namespace.</exception>
    public static (ProfileKey Key, IdentityForm Form) Read(JsonNode? node, Namespaces namespaces) => node switch
    {
        JsonObject composite when Array.Find(Members, composite.ContainsKey) is { } member =>
            (Key(composite[member]!.ToString(), (string?)composite["id"], namespaces), new IdentityForm(member)),
        JsonValue value when value.TryGetValue(out string? xid) => (Key(xid), Xid),
        _ => throw IdentityErrors.Create(400, "An identity is an XID, or an object of an id and one of nsid and ns."),
    };

    /// <summary>An identity of the query of a request, and how it is written.</summary>
    /// <exception cref="ApiException">400: a part is missing, or there is no such namespace.</exception>
    public static (ProfileKey Key, IdentityForm Form) Read(HttpRequest request, Namespaces namespaces)
    {
        if (request.Query["xid"].ToString() is { Length: > 0 } xid)
            return (Key(xid), Xid);
        // The namespace's code comes before its number.
        string? member = new[] { "namespace", "ns", "nsid" }.FirstOrDefault(name => request.Query[name].ToString().Length > 0);
        string id = request.Query["id"].ToString();
        return member is null || id.Length == 0
            ? throw IdentityErrors.Create(400, "Either xid, or id with namespace or nsid is required.")
            : (Key(request.Query[member].ToString(), id, namespaces), new IdentityForm(member));
    }

    /// <summary>The identity alone: an XID, or namespace and id.</summary>
    public JsonNode Write(ProfileKey key, Namespaces namespaces)
    {
        if (Member is null)
            return Profiles.Xid.Encode(key);
        JsonObject? space = namespaces.Find(key.Namespace);
        JsonNode name = Member == "nsid" && space is not null ? space["id"]!.DeepClone() : (string?)space?["code"] ?? key.Namespace;
        return new JsonObject { [Member] = name, ["id"] = key.Identity };
    }

    /// <summary>An object that holds the identity: <c>xid</c>, or the given member for composite ones.</summary>
    public JsonObject Describe(ProfileKey key, Namespaces namespaces, string composite) =>
        new() { [Member is null ? "xid" : composite] = Write(key, namespaces) };

    private static ProfileKey Key(string xid) => Profiles.Xid.Decode(xid) ?? throw IdentityErrors.Create(400, $"'{xid}' is no XID.");

    private static ProfileKey Key(string space, string? id, Namespaces namespaces)
    {
        if (string.IsNullOrEmpty(id))
            throw IdentityErrors.Create(400, "The id of an identity is missing.");
        string code = (string?)namespaces.Find(space)?["code"]
            ?? throw IdentityErrors.Create(400, $"There is no identity namespace '{space}'.");
        return ProfileKey.Of(code, id);
    }
}
