using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.DestinationAuthoring.Templates;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// Tests of an instance of a streaming destination, which is a flow: profiles are mapped as the flow says, put together as the destination
/// wants them, and sent to its server.
/// </summary>
internal sealed class StreamingTests(
    FlowResources resources, SampleProfiles samples, InstanceProfiles instances, MessageSender sender, TimeProvider time)
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
        string id = (string)flow["id"]!;
        IReadOnlyList<JsonObject> profiles =
            given ?? [.. ProfilesFor(sandbox, flow, version, count: null).Select(profile => profile!.AsObject())];
        TemplateMap customerData = CustomerData(sandbox, flow, version.Destination);
        AggregationPolicy policy = AggregationPolicy.Of(version.Destination);
        var results = new JsonArray();
        foreach (ProfileGroup group in ProfileAggregation.Of(policy, Mapped(sandbox, flow, version.Destination, profiles)))
        {
            JsonObject result = policy.IsConfigurable ? new JsonObject { ["aggregationKey"] = KeyOf(group, id) } : [];
            IReadOnlyDictionary<string, object?> context = MessageContext.Of(policy, group, id, customerData, time.GetUtcNow());
            result["httpCalls"] =
                new JsonArray(await sender.SendAsync(Message.Of(version.MessageServer!, context), cancellationToken));
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
        if (!AudienceColumn.Any(flow))
            return profiles;
        IReadOnlyList<AudienceColumn> columns = AudienceColumn.Of(sandbox, flow, time);
        return [.. profiles.Select(profile => TargetProfile.Of(destination, columns, profile))];
    }

    // What the customer has entered stands in the target connection.
    private TemplateMap CustomerData(Sandbox sandbox, JsonObject flow, JsonObject destination)
    {
        JsonObject target = resources.Get(sandbox, FlowKinds.TargetConnections, (string)flow["targetConnectionIds"]![0]!);
        return new TemplateMap([.. (destination["customerDataFields"] as JsonArray ?? []).Select(field =>
        {
            string name = (string)field!["name"]!;
            string? value = (target["params"]?[name] ?? field["default"])?.ToString();
            if (value is null && field["isRequired"]?.ToString() == "true")
                throw AuthoringErrors.Invalid(
                    $"params.{name} of the target connection {target["id"]} is missing: the destination needs it.");
            return KeyValuePair.Create(name, (object?)value);
        })]);
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
