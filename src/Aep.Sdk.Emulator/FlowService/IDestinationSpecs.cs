using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// The streaming destinations that clients have made with Destination SDK: each is a connection and a flow specification.
/// </summary>
internal interface IDestinationSpecs
{
    IReadOnlyList<JsonObject> In(Sandbox sandbox);
}
