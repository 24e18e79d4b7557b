using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.DestinationAuthoring.Templates;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// What the persons of a flow to a streaming destination become: profiles by the flow's mapping, put together as the destination wants
/// them, and messages by the templates of its server.
/// </summary>
internal sealed class StreamingMessages(FlowResources resources, TimeProvider time)
{
    /// <summary>The columns that a flow maps; none when it maps nothing.</summary>
    public IReadOnlyList<AudienceColumn> ColumnsOf(Sandbox sandbox, JsonObject flow) =>
        AudienceColumn.Any(flow) ? AudienceColumn.Of(sandbox, flow, time) : [];

    /// <param name="sandbox">The sandbox.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="version">Its destination.</param>
    /// <param name="profiles">Profiles as the destination takes them.</param>
    /// <exception cref="ApiException">400: a field of the customer is missing, or a template fails.</exception>
    public IEnumerable<(ProfileGroup Group, Message Message)> Of(
        Sandbox sandbox, JsonObject flow, DestinationVersion version, IReadOnlyList<JsonObject> profiles)
    {
        TemplateMap customerData = CustomerData(sandbox, flow, version.Destination);
        AggregationPolicy policy = AggregationPolicy.Of(version.Destination);
        foreach (ProfileGroup group in ProfileAggregation.Of(policy, profiles))
        {
            IReadOnlyDictionary<string, object?> context =
                MessageContext.Of(policy, group, (string)flow["id"]!, customerData, time.GetUtcNow());
            yield return (group, Message.Of(version.MessageServer!, context));
        }
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
}
