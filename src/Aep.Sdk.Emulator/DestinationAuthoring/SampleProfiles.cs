using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Profiles as a destination would get them: audiences, identities and attributes of its configuration.</summary>
internal sealed class SampleProfiles(TimeProvider time)
{
    private const int Audiences = 2;

    /// <summary>Some profiles; as many as a message of the destination holds when it is not said how many.</summary>
    public JsonArray For(JsonObject destination, int? count) =>
        [.. Enumerable.Range(1, count ?? DefaultCount(destination)).Select(number => Profile(destination, number))];

    public static int DefaultCount(JsonObject destination) =>
        AggregationPolicy.Of(destination) is { IsConfigurable: false, MostProfiles: var most } ? most : 1;

    private JsonNode Profile(JsonObject destination, int number) => new JsonObject
    {
        ["segmentMembership"] = new JsonObject { ["ups"] = Memberships(number) },
        ["identityMap"] = new JsonObject((destination["identityNamespaces"] as JsonObject ?? []).Select(space =>
            KeyValuePair.Create<string, JsonNode?>(space.Key, new JsonArray(new JsonObject { ["id"] = $"{space.Key}-{number}" })))),
        ["attributes"] =
            new JsonObject((destination["schemaConfig"]?["profileFields"] as JsonArray ?? []).OfType<JsonObject>().Select(field =>
            KeyValuePair.Create<string, JsonNode?>((string?)field["name"] ?? "", new JsonObject { ["value"] = Value(field, number) }))),
    };

    // One audience that the person is in, one that was left.
    private JsonObject Memberships(int number) => new(Enumerable.Range(0, Audiences).Select(i => KeyValuePair.Create<string, JsonNode?>(
        new Guid(number, (short)i, 0, new byte[8]).ToString(),
        new JsonObject
        {
            ["lastQualificationTime"] =
                time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["status"] = i == 0 ? "realized" : "exited",
        })));

    private static JsonNode Value(JsonObject field, int number) =>
        ((field["enum"] as JsonArray)?.FirstOrDefault(), (string?)field["type"]) switch
        {
            ({ } known, _) => known.DeepClone(),
            (_, "integer") => JsonValue.Create(number),
            _ => JsonValue.Create($"{field["name"]} {number}"),
        };
}
