using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DestinationAuthoring.Templates;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>
/// Shows what a template makes of persons (<c>POST /testing/template/render</c>), or of the fields of a customer
/// (<c>…/render/destination</c>).
/// </summary>
internal sealed class TemplateRendering(SampleProfiles samples, TimeProvider time)
{
    /// <exception cref="ApiException">
    /// 404: no such destination; 400: a template that cannot be rendered, or no list of profiles.
    /// </exception>
    public JsonObject Render(Sandbox sandbox, JsonObject body)
    {
        JsonObject destination = DestinationOf(sandbox, body, out string id);
        string template = (string?)(body["template"] as JsonValue) ?? throw AuthoringErrors.Invalid("template is missing.");
        AggregationPolicy policy = AggregationPolicy.Of(destination);
        TemplateMap customerData = MessageContext.CustomerData(destination);
        return new JsonObject
        {
            ["results"] = new JsonArray([.. ProfileAggregation.Of(policy, ProfilesOf(body, destination)).Select(group =>
            {
                JsonObject result = policy.IsConfigurable ? new JsonObject { ["aggregationKey"] = group.ToKey(id) } : [];
                result["profiles"] = new JsonArray([.. group.Profiles.Select(profile => profile.DeepClone())]);
                IReadOnlyDictionary<string, object?> context = MessageContext.Of(policy, group, id, customerData, time.GetUtcNow());
                result["output"] = Template.Render(template, "template", context);
                return result;
            })]),
        };
    }

    /// <exception cref="ApiException">404: no such destination; 400: a template cannot be read or rendered.</exception>
    public static JsonObject RenderFields(Sandbox sandbox, JsonObject body)
    {
        JsonObject destination = DestinationOf(sandbox, body, out _);
        JsonObject templates = body["templates"] as JsonObject
            ?? throw AuthoringErrors.Invalid("templates is missing: an object from names to templates.");
        var context = new Dictionary<string, object?> { ["customerData"] = MessageContext.CustomerData(destination) };
        return new JsonObject
        {
            ["results"] = new JsonObject(templates.Select(item =>
                KeyValuePair.Create<string, JsonNode?>(
                    item.Key, Template.Render(item.Value?.ToString() ?? "", $"templates.{item.Key}", context)))),
        };
    }

    private static JsonObject DestinationOf(Sandbox sandbox, JsonObject body, out string id)
    {
        id = (string?)(body["destinationId"] as JsonValue) ?? throw AuthoringErrors.Invalid("destinationId is missing.");
        return AuthoringResources.Get(sandbox, AuthoringKind.Destinations, id);
    }

    private IReadOnlyList<JsonObject> ProfilesOf(JsonObject body, JsonObject destination) =>
        BodyRules.ProfilesOf(body) ?? [.. samples.For(destination, count: null).Select(profile => profile!.AsObject())];
}
