using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>The segmentMembership of a profile: by namespace of the audience (<c>ups</c> for the platform's own) and by audience.</summary>
internal sealed class SegmentMemberships(Memberships memberships)
{
    public const string PlatformNamespace = "ups";

    public JsonObject Of(Sandbox sandbox, Profile profile)
    {
        var own = new JsonObject();
        var result = new JsonObject { [PlatformNamespace] = own };
        foreach (JsonObject definition in sandbox.Documents[SegmentDefinitions.Kind].All())
            Add(own, sandbox, (string)definition["id"]!, profile);
        foreach (JsonObject audience in sandbox.Documents[ExternalAudiences.Kind].All())
        {
            string space = (string?)audience["namespace"] ?? "external";
            var entries = result[space] as JsonObject ?? [];
            Add(entries, sandbox, (string)audience["id"]!, profile);
            if (entries.Count > 0)
                result[space] ??= entries;
        }
        return result;
    }

    private void Add(JsonObject entries, Sandbox sandbox, string id, Profile profile)
    {
        if (memberships.Find(sandbox, id, profile) is { } membership)
            entries[id] = membership.ToJson();
    }
}
