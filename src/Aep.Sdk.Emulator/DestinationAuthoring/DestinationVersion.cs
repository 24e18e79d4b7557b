using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>A destination with the servers that it uses, as they are now or as they were submitted.</summary>
internal sealed record DestinationVersion(JsonObject Destination, IReadOnlyList<JsonObject> Servers)
{
    private const string Kind = "authoring-versions", DestinationMember = "destination", ServersMember = "servers";

    /// <summary>The server that takes messages; null when the destination takes files.</summary>
    public JsonObject? MessageServer => Servers.FirstOrDefault(server => (string?)server["destinationServerType"] == ServerRules.UrlBased);

    /// <summary>Names the destination as its organisation is working on it.</summary>
    public static string ConfigIdOf(JsonObject destination) => (string)(destination["destConfigId"] ?? destination["instanceId"])!;

    public static DestinationVersion Current(Sandbox sandbox, JsonObject destination) => new(
        destination,
        [.. (destination["destinationDelivery"] as JsonArray ?? [])
            .Select(delivery => (string?)delivery?["destinationServerId"]).OfType<string>()
            .Select(id => sandbox.Documents[AuthoringKind.Servers.Collection].Find(id)).OfType<JsonObject>()]);

    /// <summary>A version that was kept.</summary>
    public static DestinationVersion? Find(Sandbox sandbox, string configId) =>
        sandbox.Documents[Kind].Find(configId) is { } kept
            ? new DestinationVersion(
                kept[DestinationMember]!.AsObject(), [.. kept[ServersMember]!.AsArray().Select(server => server!.AsObject())])
            : null;

    /// <summary>Keeps the version: what is changed afterwards does not change it.</summary>
    public void Keep(Sandbox sandbox, string configId) => sandbox.Documents[Kind].Save(configId, new JsonObject
    {
        [DestinationMember] = Destination.DeepClone(),
        [ServersMember] = new JsonArray([.. Servers.Select(server => server.DeepClone())]),
    });
}
