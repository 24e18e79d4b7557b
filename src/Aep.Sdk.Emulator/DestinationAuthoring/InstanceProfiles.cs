using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>
/// Profiles as they are in Experience Platform, with what the flow of a destination takes of them: audiences, attributes and identities.
/// </summary>
internal sealed class InstanceProfiles(TimeProvider time)
{
    private const string Identities = "identityMap.", Memberships = "segmentMembership";

    public JsonArray For(Sandbox sandbox, JsonObject flow, int count)
    {
        IReadOnlyList<string> sources = AudienceColumn.SourcesOf(sandbox, flow);
        return [.. Enumerable.Range(1, count).Select(number => Profile(flow, sources, number))];
    }

    private JsonNode Profile(JsonObject flow, IReadOnlyList<string> sources, int number)
    {
        string now = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var profile = new JsonObject
        {
            [Memberships] = new JsonObject
            {
                ["ups"] = new JsonObject(AudienceSelector.Of(flow).Select(audience => KeyValuePair.Create<string, JsonNode?>(
                    audience.SegmentId, new JsonObject { ["lastQualificationTime"] = now, ["status"] = "realized" }))),
            },
            ["identityMap"] = new JsonObject(),
        };
        foreach (string source in sources.Where(source => !source.StartsWith(Memberships, StringComparison.Ordinal)))
        {
            if (source.StartsWith(Identities, StringComparison.Ordinal) && source[Identities.Length..] is var space)
                profile["identityMap"]![space] = new JsonArray(new JsonObject { ["id"] = $"{space}-{number}" });
            else
                Set(profile, source.Split('.'), $"{source} {number}");
        }
        return profile;
    }

    private static void Set(JsonObject profile, string[] path, string value)
    {
        JsonObject owner = profile;
        foreach (string step in path[..^1])
        {
            owner[step] ??= new JsonObject();
            owner = owner[step]!.AsObject();
        }
        owner[path[^1]] = value;
    }
}
