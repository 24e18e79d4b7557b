using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.Segmentation;
using Aep.Sdk.Emulator.Segmentation.Pql;

namespace Aep.Sdk.Emulator.ComputedAttributes;

/// <summary>The values of computed attributes for one person, computed when they are asked for.</summary>
internal sealed class ComputedValues(SegmentRules rules, ProfileEvents events, TimeProvider time)
{
    /// <summary>Writes the values under the tenant, as the platform does.</summary>
    public void AddTo(JsonObject entity, Sandbox sandbox, Profile profile)
    {
        JsonObject[] active =
            [.. sandbox.Documents[ComputedAttributeService.Kind].All().Where(item => (string?)item["status"] == "PROCESSED")];
        if (active.Length == 0)
            return;
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<ProfileEvent> all = events.Of(sandbox, profile);
        foreach (JsonObject attribute in active)
        {
            DateTimeOffset since = Since(attribute["duration"], now);
            PqlRule rule = rules.ReadValue(sandbox, attribute["expression"]);
            object? value = rule.Evaluate(new PqlSubject(profile.ForRules(),
                now)
            { Events = [.. all.Where(item => item.Time >= since).Select(item => item.Document)] });
            Set(entity, [.. attribute["positionPath"]!.AsArray().Select(step => (string)step!), (string)attribute["name"]!],
                XdmDocuments.ToJson(value));
        }
    }

    private static DateTimeOffset Since(JsonNode? duration, DateTimeOffset now) => duration is null
        ? DateTimeOffset.MinValue
        : PqlCalendar.Add(now, ((string)duration["unit"]!).ToLowerInvariant().TrimEnd('s'), -(double)duration["count"]!);

    private static void Set(JsonObject entity, IReadOnlyList<string> path, JsonNode? value)
    {
        JsonObject level = entity;
        for (int i = 0; i < path.Count - 1; i++)
            level = (level[path[i]] ??= new JsonObject()).AsObject();
        level[path[^1]] = value;
    }
}
