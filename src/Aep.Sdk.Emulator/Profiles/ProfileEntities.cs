using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.ComputedAttributes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Segmentation;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Persons and events as look-ups show them.</summary>
internal sealed class ProfileEntities(
    ProfileStore profiles, ProfileEvents events, MergePolicies policies, SegmentMemberships memberships, ComputedValues computed)
{
    /// <summary>One person. Without a namespace the id is the platform's own.</summary>
    /// <exception cref="ApiException">400: the merge policy does not exist; 404: nobody has the identity.</exception>
    public Profile Find(Sandbox sandbox, (string Id, string? Namespace) identity, string? mergePolicyId) =>
        TryFind(sandbox, identity, mergePolicyId)
            ?? throw ProfileErrors.NotFound($"No profile has the identity {identity.Id} of the namespace {identity.Namespace}.");

    public Profile? TryFind(Sandbox sandbox, (string Id, string? Namespace) identity, string? mergePolicyId)
    {
        MergePolicy policy = policies.Resolve(sandbox, mergePolicyId);
        ProfileKey? key = identity.Namespace is { } space ? ProfileKey.Of(space, identity.Id) : Xid.Decode(identity.Id);
        return key is { } known ? profiles.Find(sandbox, known, policy) : null;
    }

    public JsonObject Describe(Sandbox sandbox, Profile profile, IReadOnlyList<string> fields)
    {
        JsonObject entity = profile.ToDocument();
        entity["segmentMembership"] = memberships.Of(sandbox, profile);
        computed.AddTo(entity, sandbox, profile);
        var answer = new JsonObject
        {
            ["entityId"] = profile.Id,
            ["sources"] = new JsonArray([.. profile.DatasetIds.Select(id => (JsonNode)id)]),
            ["entity"] = fields.Count == 0 ? entity : XdmDocuments.Project(entity, fields),
        };
        if (profile.LastModified is { } time)
            answer["lastModifiedAt"] = XdmDocuments.Instant(time);
        return answer;
    }

    /// <summary>A page of a person's events.</summary>
    public JsonObject Events(Sandbox sandbox, EntityQuery query, Profile profile)
    {
        IEnumerable<ProfileEvent> found = events.Of(sandbox, profile)
            .Where(item => (query.Start is null || item.Time >= query.Start) && (query.End is null || item.Time <= query.End))
            .Where(item => EventFilter.Holds(query.Properties, item.Document));
        ProfileEvent[] all = [.. query.Descending ? found.Reverse() : found];
        ProfileEvent[] page = [.. all.Skip(query.Offset).Take(query.Limit)];
        int next = query.Offset + page.Length;
        return new JsonObject
        {
            ["_page"] = new JsonObject
            {
                ["orderby"] = query.Descending ? "-timestamp" : "timestamp",
                ["start"] = page.FirstOrDefault()?.Id ?? "",
                ["count"] = page.Length,
                ["next"] = next < all.Length ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
            },
            ["children"] = new JsonArray([.. page.Select(item => Child(profile, item, query.Fields))]),
            ["_links"] = new JsonObject { ["next"] = new JsonObject { ["href"] = next < all.Length ? NextLink(query, next) : "" } },
        };
    }

    private static JsonObject Child(Profile profile, ProfileEvent item, IReadOnlyList<string> fields)
    {
        JsonObject document = XdmDocuments.ToJson(item.Document);
        return new JsonObject
        {
            ["relatedEntityId"] = profile.Id,
            ["entityId"] = item.Id,
            ["timestamp"] = item.Time?.ToUnixTimeMilliseconds(),
            ["entity"] = fields.Count == 0 ? document : XdmDocuments.Project(document, fields),
        };
    }

    private static string NextLink(EntityQuery query, int next)
    {
        (string id, string? space) = query.Identities[0];
        var parameters = new Dictionary<string, string?>
        {
            ["schema.name"] = query.Schema,
            ["relatedSchema.name"] = query.RelatedSchema,
            ["relatedEntityId"] = id,
            ["relatedEntityIdNS"] = space,
            ["start"] = $"{next}",
            ["limit"] = $"{query.Limit}",
            ["orderby"] = query.Descending ? "-timestamp" : "timestamp",
            ["startTime"] = query.Start?.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["endTime"] = query.End?.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["fields"] = query.Fields.Count == 0 ? null : string.Join(',', query.Fields),
            ["mergePolicyId"] = string.IsNullOrEmpty(query.MergePolicyId) ? null : query.MergePolicyId,
        };
        string text = string.Join(
            '&', parameters.Where(item => item.Value is not null).Select(item => $"{item.Key}={Uri.EscapeDataString(item.Value!)}"));
        return "/entities?" + text + string.Concat(query.Properties.Select(property => $"&property={Uri.EscapeDataString(property)}"));
    }
}
