using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Alerts;

/// <summary>What can be done with an alert.</summary>
internal static class AlertLinks
{
    private const string Subscribe =
        """{"assetId": "queryId/scheduleId", "alertType": "start/success/failure", "subscriptions": """
        + """{"emailIds": ["xyz@example.com"], "emailNotifications": true, "inContextNotifications": false}}""";

    public static JsonObject Of(string collection, string assetId, string type)
    {
        string asset = $"{collection}/{assetId}", alert = $"{asset}/{type}";
        return new JsonObject
        {
            ["self"] = Links.To(asset, "GET"),
            ["subscribe"] = Links.To(collection, "POST", Subscribe),
            ["patch_status"] = Links.To(alert, "PATCH", """{ "op": "replace", "path": "/status", "value": "enable/disable" }"""),
            ["get_list_of_subscribers_by_alert_type"] = Links.To(alert, "GET"),
            ["delete"] = Links.To(alert, "DELETE"),
        };
    }
}
