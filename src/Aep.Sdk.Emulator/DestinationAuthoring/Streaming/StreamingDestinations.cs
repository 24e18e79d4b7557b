using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// The destinations that take messages, as specifications that flows are made on: each as its organisation is working on it, and as it was
/// published last.
/// </summary>
internal sealed class StreamingDestinations : IDestinationSpecs
{
    public IReadOnlyList<JsonObject> In(Sandbox sandbox) => [.. All(sandbox).Select(item => new JsonObject
    {
        ["id"] = item.SpecId,
        ["name"] = item.Version.Destination["name"]!.DeepClone(),
        ["version"] = "1.0",
    })];

    /// <returns>Null when the specification is none of a destination that takes messages.</returns>
    public static DestinationVersion? Find(Sandbox sandbox, string? specId) =>
        All(sandbox).Where(item => item.SpecId == specId).Select(item => item.Version).FirstOrDefault();

    private static IEnumerable<(string SpecId, DestinationVersion Version)> All(Sandbox sandbox) =>
        sandbox.Documents[AuthoringKind.Destinations.Collection].All()
            .Select(destination => (DestinationVersion.ConfigIdOf(destination), DestinationVersion.Current(sandbox, destination)))
            .Concat(PublishRequests.Published(sandbox))
            .Where(item => item.Item2.MessageServer is not null);
}
