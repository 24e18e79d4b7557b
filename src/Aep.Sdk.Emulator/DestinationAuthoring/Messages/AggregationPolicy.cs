using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>How a destination wants persons put together into messages.</summary>
/// <param name="IsConfigurable">Configurable aggregation; best effort otherwise.</param>
/// <param name="MostProfiles">How many persons a message holds at most.</param>
/// <param name="SplitById">Whether a person with several identities is sent once for each.</param>
/// <param name="ByAudience">Whether a message holds persons of one audience.</param>
/// <param name="ByStatus">Whether those who came and those who left go apart.</param>
/// <param name="Namespaces">The groups of identity namespaces; null when identities do not matter, empty when each is a group.</param>
internal sealed record AggregationPolicy(
    bool IsConfigurable, int MostProfiles, bool SplitById, bool ByAudience, bool ByStatus, IReadOnlyList<IReadOnlyList<string>>? Namespaces)
{
    /// <summary>True when a message is about one person, whom its template calls <c>input.profile</c>.</summary>
    public bool IsSingle => !IsConfigurable && MostProfiles == 1;

    public static AggregationPolicy Of(JsonObject destination)
    {
        JsonNode? aggregation = destination["aggregation"];
        bool configurable = (string?)aggregation?["aggregationType"] == "CONFIGURABLE_AGGREGATION";
        JsonNode? policy = aggregation?[configurable ? "configurableAggregation" : "bestEffortAggregation"];
        JsonNode? key = policy?["aggregationKey"];
        bool byAudience = IsTrue(key?["includeSegmentId"]);
        return new AggregationPolicy(
            configurable,
            configurable ? Count(policy?["maxNumEventsInBatch"]) ?? int.MaxValue : Count(policy?["maxUsersPerRequest"]) ?? 1,
            IsTrue(policy?["splitUserById"]),
            byAudience,
            byAudience && IsTrue(key?["includeSegmentStatus"]),
            IsTrue(key?["includeIdentity"]) ? IsTrue(key?["oneIdentityPerGroup"]) ? [] : Groups(key!["groups"]) : null);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Groups(JsonNode? groups) =>
        [.. (groups as JsonArray ?? []).Select(group =>
            (IReadOnlyList<string>)[.. (group?["namespaces"] as JsonArray ?? []).Select(name => name!.ToString())])];

    private static bool IsTrue(JsonNode? node) => node?.ToString() == "true";

    private static int? Count(JsonNode? node) => int.TryParse(node?.ToString(), out int count) && count > 0 ? count : null;
}
