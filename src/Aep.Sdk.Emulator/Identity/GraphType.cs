using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>The graphs that can be asked for. Identity Service's pages call the private one by two names.</summary>
internal static class GraphType
{
    private static readonly string[] Private = ["pdg", "Private Graph"];
    private const string None = "none";

    /// <summary>Whether identities are linked with others: true for the private graph, which is also the default.</summary>
    /// <exception cref="ApiException">400: there is no such graph; 501: a graph that is not the organisation's own.</exception>
    public static bool Links(string? given) => given switch
    {
        null or "" => true,
        _ when Private.Contains(given, StringComparer.OrdinalIgnoreCase) => true,
        _ when given.Equals(None, StringComparison.OrdinalIgnoreCase) => false,
        "coop" or "psr" => throw NotSupported.Create(
            $"The graph '{given}'", "Only the organisation's own graph is here: ask for pdg, or for none."),
        _ => throw IdentityErrors.Create(400, $"There is no graph '{given}': pdg (Private Graph) and none are known."),
    };

    public static bool Links(JsonObject body, string member) =>
        Links(body[member] is JsonValue value && value.TryGetValue(out string? given) ? given : body[member]?.ToJsonString());
}
