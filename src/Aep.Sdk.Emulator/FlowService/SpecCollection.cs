using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>
/// Specifications: those that every organisation has, those of authored destinations, and those that a client has made. Flows are made on
/// the former two only.
/// </summary>
internal sealed class SpecCollection(FlowResources resources, IDestinationSpecs destinations)
{
    public const string ConnectionSpecs = "connectionSpecs";
    public const string FlowSpecs = "flowSpecs";

    public IReadOnlyList<JsonObject> All(Sandbox sandbox, string kind) => [.. ForFlows(sandbox, kind), .. sandbox.Documents[kind].All()];

    /// <summary>Those that flows and their connections can be made on.</summary>
    public IReadOnlyList<JsonObject> ForFlows(Sandbox sandbox, string kind) => [.. BuiltIn(kind), .. destinations.In(sandbox)];

    public JsonObject? Find(Sandbox sandbox, string kind, string id) =>
        All(sandbox, kind).FirstOrDefault(spec => (string?)spec["id"] == id);

    /// <exception cref="ApiException">400: the name or the provider is missing.</exception>
    public JsonObject Create(Sandbox sandbox, string kind, JsonObject body)
    {
        Check(body);
        return resources.Create(sandbox, kind, body);
    }

    /// <exception cref="ApiException">404: no such specification; 400: it is one of Adobe's, or the new one is not complete.</exception>
    public JsonObject Replace(Sandbox sandbox, string kind, string id, JsonObject body)
    {
        Check(body);
        if (BuiltIn(kind).Any(spec => (string?)spec["id"] == id))
            throw FlowErrors.Invalid($"The specification {id} belongs to Adobe and cannot be changed.");
        if (destinations.In(sandbox).Any(spec => (string?)spec["id"] == id))
            throw FlowErrors.Invalid($"The specification {id} is that of a destination: change the destination's configuration.");
        return resources.Replace(sandbox, kind, id, etag: null, body);
    }

    private static IReadOnlyList<JsonObject> BuiltIn(string kind) =>
        kind == ConnectionSpecs ? SpecCatalog.ConnectionSpecs() : SpecCatalog.FlowSpecs();

    private static void Check(JsonObject body)
    {
        foreach (string member in new[] { "name", "providerId", "version" })
        {
            if (string.IsNullOrWhiteSpace(body[member]?.ToString()))
                throw FlowErrors.Invalid($"{member} is missing.");
        }
    }
}
