using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>
/// The inlets: each is made with a base connection of Flow Service (Streaming Connection of the HTTP API) and stands among the connection's
/// parameters.
/// </summary>
internal sealed class Inlets(SandboxDirectory sandboxes)
{
    /// <summary>Id of the connection specification "HTTP API", the same in every organisation.</summary>
    public const string ConnectionSpec = "bc7b00d6-623a-4dfc-9fdb-f1240aeadaeb";

    /// <summary>The <c>auth</c> of a new streaming connection, with the inlet that the platform adds to its parameters.</summary>
    /// <param name="authentication">What the client sent.</param>
    /// <param name="site">Scheme and host of the platform as the client sees it; data collection answers there, too.</param>
    public JsonObject Open(JsonObject? authentication, string site)
    {
        JsonObject auth = authentication?.DeepClone().AsObject() ?? new JsonObject { ["specName"] = "Streaming Connection" };
        if (auth["params"] is not JsonObject opened)
            auth["params"] = opened = [];
        string id = RandomNumberGenerator.GetHexString(64, lowercase: true);
        opened["inletId"] = id;
        opened["inletUrl"] = $"{site}/collection/{id}";
        opened["authenticationRequired"] ??= false;
        opened["dataType"] ??= "xdm";
        return auth;
    }

    public Inlet Find(string id)
    {
        foreach (Sandbox sandbox in sandboxes.All)
        {
            foreach (JsonObject connection in sandbox.Documents[FlowKinds.Connections].All())
            {
                if (connection["auth"]?["params"] is JsonObject parameters && (string?)parameters["inletId"] == id)
                {
                    return new Inlet(
                        id, (string)connection["id"]!, sandbox, IsTrue(parameters["authenticationRequired"]),
                        (string?)parameters["dataType"] ?? "xdm");
                }
            }
        }
        throw StreamingErrors.UnknownInlet(id);
    }

    // Adobe's guides send the flag as text, too.
    private static bool IsTrue(JsonNode? flag) => string.Equals(flag?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
}
