using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Listings;
using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.QueryService.Schedules;

namespace Aep.Sdk.Emulator.QueryService.Alerts;

/// <summary>Who is told what about queries and schedules. The alerts are kept; nobody is sent a mail.</summary>
internal sealed class QueryAlerts(CreationTimes times)
{
    private const string Kind = "queryAlerts";
    private const string Enabled = "enabled";
    private const string Disabled = "disabled";
    private static readonly string[] Types = ["start", "success", "failure"];

    public IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[Kind].All();

    public IEnumerable<JsonObject> Of(Sandbox sandbox, string assetId) => All(sandbox).Where(alert => (string?)alert["assetId"] == assetId);

    public JsonObject Get(Sandbox sandbox, string assetId, string type) =>
        sandbox.Documents[Kind].Find(Key(assetId, type)) ?? throw NotFound(assetId, type);

    /// <summary>Makes the alert if there is none, and adds its subscribers, or changes what they receive.</summary>
    public JsonObject Subscribe(Sandbox sandbox, JsonObject body, string collection)
    {
        string assetId = Text(body, "assetId"), type = Text(body, "alertType");
        Subscription subscription = Subscription.Read(body["subscriptions"]);
        CheckAsset(sandbox, assetId, type);
        JsonObject alert = sandbox.Documents[Kind].Find(Key(assetId, type)) ?? Create(assetId, type, collection);
        if ((string?)alert["status"] == Disabled)
            throw QueryErrors.BadRequest($"The {type} alert of {assetId} is disabled. Enable it before subscribing to it.");
        subscription.AddTo(alert["subscriptions"]!.AsObject());
        alert["updated"] = times.Next();
        sandbox.Documents[Kind].Save(Key(assetId, type), alert);
        return alert;
    }

    /// <summary>Enables or disables an alert.</summary>
    public JsonObject Patch(Sandbox sandbox, string assetId, string type, JsonObject body)
    {
        string value = (string?)body["value"] ?? "";
        if ((string?)body["op"] != "replace" || (string?)body["path"] != "/status" || value is not ("enable" or "disable"))
            throw QueryErrors.BadRequest(
                "The body must be { \"op\": \"replace\", \"path\": \"/status\", \"value\": \"enable\" or \"disable\" }.");
        bool found = sandbox.Documents[Kind].TryUpdate(Key(assetId, type), alert =>
        {
            alert["status"] = value == "enable" ? Enabled : Disabled;
            alert["updated"] = times.Next();
        }, out JsonObject? changed);
        return found ? changed! : throw NotFound(assetId, type);
    }

    public void Delete(Sandbox sandbox, string assetId, string type)
    {
        if (!sandbox.Documents[Kind].Remove(Key(assetId, type)))
            throw NotFound(assetId, type);
    }

    /// <summary>A schedule is deleted: its alerts go with it.</summary>
    public void Forget(Sandbox sandbox, string assetId)
    {
        foreach (JsonObject alert in Of(sandbox, assetId).ToArray())
            sandbox.Documents[Kind].Remove(Key(assetId, (string)alert["alertType"]!));
    }

    private JsonObject Create(string assetId, string type, string collection)
    {
        string now = times.Next();
        return new JsonObject
        {
            ["id"] = $"query_service_flow_run_{type}-{Guid.NewGuid()}",
            ["assetId"] = assetId,
            ["alertType"] = type,
            ["status"] = Enabled,
            ["created"] = now,
            ["updated"] = now,
            ["subscriptions"] = Subscription.None(),
            ["_links"] = AlertLinks.Of(collection, assetId, type),
        };
    }

    private static void CheckAsset(Sandbox sandbox, string assetId, string type)
    {
        if (!Types.Contains(type))
            throw QueryErrors.BadRequest($"alertType '{type}' must be start, success or failure.");
        if (sandbox.Documents[QuerySchedules.Kind].Find(assetId) is not null)
            return;
        if (sandbox.Documents[QueryRuns.Kind].Find(assetId) is null)
            throw QueryErrors.Missing($"The provided assetId: {assetId} is invalid. Retry with another assetId.");
        if (type == Types[0])
            throw QueryErrors.BadRequest("An alert for the start is available for schedules, not for single queries.");
    }

    private static string Text(JsonObject body, string name) =>
        QueryDefinition.Text(body, name) ?? throw QueryErrors.BadRequest($"{name} is missing.");

    private static ApiException NotFound(string assetId, string type) =>
        QueryErrors.Missing($"There is no {type} alert for the assetId {assetId}.");

    private static string Key(string assetId, string type) => $"{assetId}/{type}";
}
