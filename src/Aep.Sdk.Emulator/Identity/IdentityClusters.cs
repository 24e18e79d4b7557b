using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>Which identities belong to one person, in the forms in which it can be asked.</summary>
internal sealed class IdentityClusters(ProfileStore profiles, Namespaces namespaces)
{
    /// <summary>The identities of a person; none if nothing is known of the asked one.</summary>
    public JsonObject Cluster(Sandbox sandbox, ProfileKey key, IdentityForm form, bool linked)
    {
        JsonObject cluster = form.Describe(key, namespaces, "compositeXid");
        cluster["members"] = Array(Of(sandbox, key, linked).Members, form);
        return cluster;
    }

    /// <summary>The set of a person's identities. The asked one is always in it.</summary>
    public JsonObject Set(Sandbox sandbox, ProfileKey key, IdentityForm form, bool linked)
    {
        JsonObject set = form.Describe(key, namespaces, "composite_xid");
        IReadOnlyList<ProfileKey> members = Of(sandbox, key, linked).Members;
        set["members"] = Array(members.Count > 0 ? members : [key], form);
        return set;
    }

    /// <summary>A person's identities and the links between them.</summary>
    /// <param name="sandbox">Whose data.</param>
    /// <param name="key">An identity of the person.</param>
    /// <param name="form">How identities are written.</param>
    /// <param name="linked">Whether the identity's links are followed.</param>
    /// <param name="withSources">Whether the links tell their datasets and batches.</param>
    public JsonObject Graph(Sandbox sandbox, ProfileKey key, IdentityForm form, bool linked, bool withSources)
    {
        (IReadOnlyList<ProfileKey> members, IReadOnlyList<IdentityLink> links) = Of(sandbox, key, linked);
        JsonObject graph = form.Describe(key, namespaces, "composite_xid");
        graph["vertices"] = new JsonArray([.. (members.Count > 0 ? members : [key]).Select(member => Vertex(member, links, form))]);
        graph["edges"] = new JsonArray([.. links.Select(link => Edge(link, form, withSources))]);
        return graph;
    }

    /// <summary>A person's other identities of a namespace; null if there are none.</summary>
    public JsonObject? Mapping(Sandbox sandbox, ProfileKey key, IdentityForm form, string? target, bool linked)
    {
        string space = target is null ? key.Namespace : ((string?)namespaces.Find(target)?["code"])?.ToLowerInvariant()
            ?? throw IdentityErrors.Create(400, $"There is no identity namespace '{target}'.");
        (IReadOnlyList<ProfileKey> members, IReadOnlyList<IdentityLink> links) = Of(sandbox, key, linked);
        ProfileKey[] others = [.. members.Where(member => member != key && member.Namespace == space)];
        if (others.Length == 0)
            return null;
        JsonObject mapping = form.Describe(key, namespaces, "compositeXid");
        mapping["mapping"] = new JsonArray([.. others.Select(other =>
        {
            JsonObject mapped = form.Describe(other, namespaces, "compositeXid");
            if (LastSeen(other, links) is { } time)
                mapped["lastAssociationTime"] = $"{time}";
            return mapped;
        })]);
        return mapping;
    }

    private (IReadOnlyList<ProfileKey> Members, IReadOnlyList<IdentityLink> Links) Of(Sandbox sandbox, ProfileKey key, bool linked)
    {
        if (profiles.Cluster(sandbox, key) is not { } cluster)
            return ([], []);
        return linked ? cluster : ([key], []);
    }

    private JsonObject Vertex(ProfileKey key, IReadOnlyList<IdentityLink> links, IdentityForm form)
    {
        JsonObject vertex = form.Describe(key, namespaces, "composite_xid");
        if (LastSeen(key, links) is { } time)
            vertex["last_updated_ts"] = time;
        return vertex;
    }

    private JsonObject Edge(IdentityLink link, IdentityForm form, bool withSources)
    {
        var edge = new JsonObject
        {
            [form.Member is null ? "xid_pair" : "composite_xid_pair"] = Array([link.From, link.To], form),
            ["first_established_ts"] = link.First.ToUnixTimeMilliseconds(),
            ["last_established_ts"] = link.Last.ToUnixTimeMilliseconds(),
        };
        if (withSources)
        {
            edge["dataset_ids"] = new JsonArray([.. link.Sources.Select(source => source.DatasetId).Distinct().Select(id => (JsonNode)id)]);
            edge["batch_ids"] = new JsonArray([.. link.Sources.Select(source => (JsonNode)source.BatchId)]);
        }
        return edge;
    }

    private static long? LastSeen(ProfileKey key, IReadOnlyList<IdentityLink> links) => links
        .Where(link => link.From == key || link.To == key).Select(link => (long?)link.Last.ToUnixTimeMilliseconds()).Max();

    private JsonArray Array(IEnumerable<ProfileKey> keys, IdentityForm form) => new([.. keys.Select(key => form.Write(key, namespaces))]);
}
