using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Keeps the parts of destinations.</summary>
internal sealed class AuthoringResources(AepEmulatorOptions options, TimeProvider time)
{
    private static readonly string[] OwnMembers = ["instanceId", "createdDate", "imsOrg", "sandboxName", "sandboxId", "destConfigId"];

    public static JsonObject Get(Sandbox sandbox, AuthoringKind kind, string id) =>
        sandbox.Documents[kind.Collection].Find(id) ?? throw AuthoringErrors.NotFound(kind.Path, id);

    public JsonObject Create(Sandbox sandbox, AuthoringKind kind, JsonObject body)
    {
        kind.Check(sandbox, body);
        string id = Guid.NewGuid().ToString();
        var resource = new JsonObject
        {
            ["instanceId"] = id,
            ["createdDate"] = Now(),
            ["lastModifiedDate"] = Now(),
            ["imsOrg"] = options.OrgId,
            ["sandboxName"] = sandbox.Name,
            ["sandboxId"] = sandbox.Id,
        };
        if (kind == AuthoringKind.Destinations)
            resource["destConfigId"] = Guid.NewGuid().ToString();
        Fill(resource, body);
        sandbox.Documents[kind.Collection].Save(id, resource);
        return resource;
    }

    /// <summary>Puts another content in its place; the id and the date of its making stay.</summary>
    public JsonObject Replace(Sandbox sandbox, AuthoringKind kind, string id, JsonObject body)
    {
        kind.Check(sandbox, body);
        if (!sandbox.Documents[kind.Collection].TryUpdate(id, resource =>
        {
            foreach (string member in resource.Select(member => member.Key).Except(OwnMembers).ToArray())
                resource.Remove(member);
            resource["lastModifiedDate"] = Now();
            Fill(resource, body);
        }, out JsonObject? replaced))
        {
            throw AuthoringErrors.NotFound(kind.Path, id);
        }
        return replaced;
    }

    /// <exception cref="ApiException">404: there is none; 400: a destination needs it.</exception>
    public static void Delete(Sandbox sandbox, AuthoringKind kind, string id)
    {
        Get(sandbox, kind, id);
        if (kind != AuthoringKind.Destinations && DestinationRules.UserOf(sandbox, id) is { } user)
            throw AuthoringErrors.InUse(kind.Path, id, $"the destination {user}");
        sandbox.Documents[kind.Collection].Remove(id);
    }

    private static void Fill(JsonObject resource, JsonObject body)
    {
        foreach ((string name, JsonNode? value) in body.Where(
            member => !OwnMembers.Contains(member.Key) && member.Key != "lastModifiedDate"))
            resource[name] = SecretMembers.Hide(value?.DeepClone());
    }

    private string Now() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
