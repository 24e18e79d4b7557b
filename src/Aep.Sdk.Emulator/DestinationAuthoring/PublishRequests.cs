using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring;

/// <summary>
/// Requests to publish destinations. The list of a request begins with the destination as its organisation tests it; each submission adds a
/// version, which is kept as it was submitted. At Adobe people decide on them; here they stay in review until somebody does it for Adobe.
/// </summary>
internal sealed class PublishRequests(AepEmulatorOptions options, TimeProvider time)
{
    private const string Kind = "authoring-publish", Details = "publishDetailsList";
    private const string ConnectionSpecMember = "publishedConnectionSpecId", FlowSpecMember = "publishedFlowSpecId";
    private readonly Lock _gate = new();

    public static IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[Kind].All();

    public static JsonObject Get(Sandbox sandbox, string destinationId) =>
        sandbox.Documents[Kind].Find(destinationId) ?? throw AuthoringErrors.NotFound("publish request", destinationId);

    /// <summary>The published version of each destination that has one, with the id of its specifications.</summary>
    public static IEnumerable<(string SpecId, DestinationVersion Version)> Published(Sandbox sandbox) =>
        from request in All(sandbox)
        from detail in request[Details]!.AsArray()
        where (string?)detail!["status"] == PublishStatus.Published
        let version = DestinationVersion.Find(sandbox, (string)detail["configId"]!)
        where version is not null
        select ((string)request[ConnectionSpecMember]!, version);

    /// <exception cref="ApiException">400: no such destination, or it is not said for whom; or there is a request in review.</exception>
    public JsonObject Submit(Sandbox sandbox, JsonObject body)
    {
        string id = (string?)body["destinationId"] ?? throw AuthoringErrors.Invalid("destinationId is missing.");
        JsonObject destination = sandbox.Documents[AuthoringKind.Destinations.Collection].Find(id)
            ?? throw AuthoringErrors.Invalid($"destinationId: {id} does not exist.");
        bool all = BodyRules.RequireOneOf(body["destinationAccess"], "destinationAccess", "ALL", "LIMITED") == "ALL";
        JsonArray organisations = all ? ["*"] : body["allowedOrgs"]?.DeepClone() as JsonArray ?? [options.OrgId];
        lock (_gate)
        {
            JsonObject request = sandbox.Documents[Kind].Find(id) ?? Begin(id, destination);
            JsonArray details = request[Details]!.AsArray();
            if (details.Any(detail => PublishStatus.IsOpen((string?)detail!["status"])))
                throw AuthoringErrors.Invalid($"The destination {id} is in review already.");
            string configId = Guid.NewGuid().ToString();
            JsonObject submitted = Detail(configId, organisations, PublishStatus.Review, all ? "PUBLIC" : "DEV");
            submitted["publishedDate"] = time.GetUtcNow().ToUnixTimeMilliseconds();
            details.Add(submitted);
            DestinationVersion.Current(sandbox, destination).Keep(sandbox, configId);
            sandbox.Documents[Kind].Save(id, request);
            return request;
        }
    }

    /// <summary>Does what Adobe would: a version that is published takes the place of the one before it.</summary>
    /// <exception cref="ApiException">404: there is no request; 400: no version can get this status.</exception>
    public JsonObject Decide(Sandbox sandbox, string destinationId, JsonObject body)
    {
        string status = BodyRules.RequireOneOf(body["status"], "status", PublishStatus.Decided);
        lock (_gate)
        {
            JsonObject request = Get(sandbox, destinationId);
            JsonArray details = request[Details]!.AsArray();
            JsonNode decided = details.LastOrDefault(detail => PublishStatus.CanBecome((string?)detail!["status"], status))
                ?? throw AuthoringErrors.Invalid($"No version of the destination {destinationId} can become {status}: they are "
                    + $"{string.Join(", ", details.Select(detail => (string?)detail!["status"]))}.");
            if (status == PublishStatus.Published)
            {
                foreach (JsonNode? earlier in details.Where(detail => (string?)detail!["status"] == PublishStatus.Published))
                    earlier!["status"] = PublishStatus.Deprecated;
                request[ConnectionSpecMember] ??= Guid.NewGuid().ToString();
                request[FlowSpecMember] ??= request[ConnectionSpecMember]!.DeepClone();
            }
            decided["status"] = status;
            sandbox.Documents[Kind].Save(destinationId, request);
            return request;
        }
    }

    private JsonObject Begin(string id, JsonObject destination) => new()
    {
        ["destinationId"] = id,
        [Details] = new JsonArray(Detail(DestinationVersion.ConfigIdOf(destination), [options.OrgId], PublishStatus.Test, "DEV")),
    };

    private static JsonObject Detail(string configId, JsonArray organisations, string status, string type) => new()
    {
        ["configId"] = configId,
        ["allowedOrgs"] = organisations,
        ["status"] = status,
        ["destinationType"] = type,
    };
}
