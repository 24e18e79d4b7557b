using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Templates;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>The variables of a template: <c>input</c>, <c>destination</c>, <c>customerData</c>.</summary>
internal static class MessageContext
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLetters = 5;

    /// <summary>The name of an audience in the partner's system, which nobody has given here.</summary>
    public static string AliasOf(string segmentId) => $"alias-{segmentId}";

    /// <summary>All variables of a message.</summary>
    public static IReadOnlyDictionary<string, object?> Of(
        AggregationPolicy policy, ProfileGroup group, string destinationId, TemplateMap customerData, DateTimeOffset now)
    {
        var input = new JsonObject { ["profiles"] = new JsonArray([.. group.Contents]) };
        if (policy.IsSingle)
            input["profile"] = input["profiles"]![0]!.DeepClone();
        else
            input["aggregationKey"] = group.ToKey(destinationId);
        return new Dictionary<string, object?>
        {
            ["input"] = input,
            ["destination"] = Destination(group.Profiles, now),
            ["customerData"] = customerData,
        };
    }

    /// <summary>What a customer would have entered: the first of the known values, or a random one.</summary>
    public static TemplateMap CustomerData(JsonObject destination) => new([.. (destination["customerDataFields"] as JsonArray ?? [])
        .Select(field => KeyValuePair.Create((string)field!["name"]!, (object?)(field["enum"] is JsonArray { Count: > 0 } known
            ? known[0]!.ToString()
            : $"{RandomNumberGenerator.GetString(Letters, RandomLetters)}-{field["name"]}")))]);

    private static JsonObject Destination(IReadOnlyList<JsonObject> profiles, DateTimeOffset now)
    {
        long time = now.ToUnixTimeSeconds();
        JsonObject aliases = ByNamespace(profiles, id => AliasOf(id)), names = ByNamespace(profiles, id => id);
        JsonObject times = ByNamespace(profiles, _ => new JsonObject
        {
            ["createdAt"] = time,
            ["updatedAt"] = time,
            ["mappingCreatedAt"] = time,
            ["mappingUpdatedAt"] = time,
        });
        return new JsonObject
        {
            ["segmentAliases"] = aliases["ups"]?.DeepClone(),
            ["segmentNames"] = names["ups"]?.DeepClone(),
            ["segmentTimestamps"] = times["ups"]?.DeepClone(),
            ["namespaceSegmentAliases"] = aliases,
            ["namespaceSegmentNames"] = names,
            ["namespaceSegmentTimestamps"] = times,
        };
    }

    private static JsonObject ByNamespace(IReadOnlyList<JsonObject> profiles, Func<string, JsonNode> value) => new(profiles
        .SelectMany(profile => profile["segmentMembership"] as JsonObject ?? [])
        .GroupBy(space => space.Key, space => space.Value as JsonObject ?? [])
        .Select(space => KeyValuePair.Create<string, JsonNode?>(space.Key, new JsonObject(space
            .SelectMany(audiences => audiences).Select(audience => audience.Key).Distinct()
            .Select(id => KeyValuePair.Create<string, JsonNode?>(id, value(id)))))));
}
