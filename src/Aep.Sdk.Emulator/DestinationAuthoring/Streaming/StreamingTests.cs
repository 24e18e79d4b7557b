using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// Tests of an instance of a streaming destination, which is a flow: profiles are mapped as the flow says, put together as the destination
/// wants them, and sent to its server.
/// </summary>
internal sealed class StreamingTests(
    StreamingMessages messages, SampleProfiles samples, InstanceProfiles instances, MessageSender sender)
{
    /// <summary>Made-up profiles: by the flow's mapping, or, without one, as the destination takes them.</summary>
    public JsonArray ProfilesFor(Sandbox sandbox, JsonObject flow, DestinationVersion version, int? count) =>
        AudienceColumn.Any(flow)
            ? instances.For(sandbox, flow, count ?? SampleProfiles.DefaultCount(version.Destination))
            : samples.For(version.Destination, count);

    /// <exception cref="ApiException">400: a field of the customer is missing, a template or the server fails.</exception>
    public async Task<JsonObject> RunAsync(
        Sandbox sandbox, JsonObject flow, DestinationVersion version, IReadOnlyList<JsonObject>? given, CancellationToken cancellationToken)
    {
        IReadOnlyList<JsonObject> profiles =
            given ?? [.. ProfilesFor(sandbox, flow, version, count: null).Select(profile => profile!.AsObject())];
        bool isConfigurable = AggregationPolicy.Of(version.Destination).IsConfigurable;
        var results = new JsonArray();
        foreach ((ProfileGroup group, Message message) in
            messages.Of(sandbox, flow, version, Mapped(sandbox, flow, version.Destination, profiles)))
        {
            JsonObject result = isConfigurable ? new JsonObject { ["aggregationKey"] = KeyOf(group, (string)flow["id"]!) } : [];
            result["httpCalls"] = new JsonArray(await sender.SendAsync(message, cancellationToken));
            results.Add(result);
        }
        return new JsonObject
        {
            ["results"] = results,
            ["inputProfiles"] = new JsonArray([.. profiles.Select(profile => profile.DeepClone())]),
        };
    }

    private IReadOnlyList<JsonObject> Mapped(
        Sandbox sandbox, JsonObject flow, JsonObject destination, IReadOnlyList<JsonObject> profiles)
    {
        IReadOnlyList<AudienceColumn> columns = messages.ColumnsOf(sandbox, flow);
        return columns.Count == 0 ? profiles : [.. profiles.Select(profile => TargetProfile.Of(destination, columns, profile))];
    }

    // Adobe's page of tests shows the namespaces as a list of groups.
    private static JsonObject KeyOf(ProfileGroup group, string flowId)
    {
        JsonObject key = group.ToKey(flowId);
        if (key["identityNamespaces"] is { } namespaces)
            key["identityNamespaces"] = new JsonArray(namespaces.DeepClone());
        return key;
    }
}
