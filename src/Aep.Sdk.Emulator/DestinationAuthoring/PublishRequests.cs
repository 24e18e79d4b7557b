using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>Requests to publish destinations. At Adobe people decide on them: here they stay in review.</summary>
internal sealed class PublishRequests(AepEmulatorOptions options)
{
    private const string Kind = "authoring-publish";

    public static IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[Kind].All();

    public static JsonObject Get(Sandbox sandbox, string destinationId) =>
        sandbox.Documents[Kind].Find(destinationId) ?? throw AuthoringErrors.NotFound("publish request", destinationId);

    /// <exception cref="ApiException">400: no such destination, or it is not said for whom; or there is a request in review.</exception>
    public JsonObject Submit(Sandbox sandbox, JsonObject body)
    {
        string id = (string?)body["destinationId"] ?? throw AuthoringErrors.Invalid("destinationId is missing.");
        if (sandbox.Documents[AuthoringKind.Destinations.Collection].Find(id) is null)
            throw AuthoringErrors.Invalid($"destinationId: {id} does not exist.");
        bool all = BodyRules.RequireOneOf(body["destinationAccess"], "destinationAccess", "ALL", "LIMITED") == "ALL";
        JsonArray organisations = all ? ["*"] : body["allowedOrgs"]?.DeepClone() as JsonArray ?? [options.OrgId];
        JsonObject request = sandbox.Documents[Kind].Find(id)
            ?? new JsonObject { ["destinationId"] = id, ["publishDetailsList"] = new JsonArray() };
        JsonArray details = request["publishDetailsList"]!.AsArray();
        if (details.Any(detail => (string?)detail!["status"] == "REVIEW"))
            throw AuthoringErrors.Invalid($"The destination {id} is in review already.");
        details.Add(new JsonObject
        {
            ["configId"] = Guid.NewGuid().ToString(),
            ["allowedOrgs"] = organisations,
            ["status"] = "REVIEW",
            ["destinationType"] = all ? "PUBLIC" : "DEV",
        });
        sandbox.Documents[Kind].Save(id, request);
        return request;
    }
}
