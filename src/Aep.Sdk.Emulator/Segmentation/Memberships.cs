using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>Who is in which audience, since when; who has left it.</summary>
internal sealed class Memberships(TimeProvider time)
{
    public const string Realized = "realized";
    public const string Exited = "exited";
    private const string Kind = "segmentMemberships";

    /// <summary>Replaces the members of an audience; who was in and is not any more has exited.</summary>
    /// <returns>How many exited now.</returns>
    public int Replace(Sandbox sandbox, string segmentId, IEnumerable<Profile> members)
    {
        string now = time.GetUtcNow().UtcDateTime.ToString("o", CultureInfo.InvariantCulture);
        Dictionary<string, JsonNode?> before = Load(sandbox, segmentId).ToDictionary(entry => entry.Key, entry => entry.Value?.DeepClone());
        var after = new JsonObject();
        foreach (Profile member in members)
            after[Key(member)] = Entry(Realized, now);
        int exited = 0;
        foreach ((string key, JsonNode? entry) in before.Where(entry => !after.ContainsKey(entry.Key)))
        {
            bool left = (string?)entry?["status"] == Realized;
            exited += left ? 1 : 0;
            after[key] = left ? Entry(Exited, now) : entry;
        }
        sandbox.Documents[Kind].Save(segmentId, new JsonObject { ["members"] = after });
        return exited;
    }

    public IEnumerable<string> RealizedKeys(Sandbox sandbox, string segmentId) =>
        Load(sandbox, segmentId).Where(entry => (string?)entry.Value?["status"] == Realized).Select(entry => entry.Key);

    /// <summary>The audiences of a profile, as its segmentMembership shows them.</summary>
    public JsonObject Of(Sandbox sandbox, Profile profile)
    {
        var result = new JsonObject();
        foreach (JsonObject definition in sandbox.Documents[SegmentDefinitions.Kind].All())
        {
            string id = (string)definition["id"]!;
            if (Load(sandbox, id)[Key(profile)] is { } entry)
                result[id] = entry.DeepClone();
        }
        return result;
    }

    public static string Key(Profile profile) => $"{profile.Namespace} {profile.Identity}";

    private static JsonObject Load(Sandbox sandbox, string segmentId) => sandbox.Documents[Kind].Find(segmentId)?["members"] as JsonObject ?? [];

    private static JsonObject Entry(string status, string now) => new() { ["status"] = status, ["lastQualificationTime"] = now };
}
