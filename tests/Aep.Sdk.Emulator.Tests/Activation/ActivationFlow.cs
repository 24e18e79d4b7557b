using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.DataPrep;
using Aep.Sdk.Emulator.Tests.FlowService;
using Aep.Sdk.Emulator.Tests.Segmentation;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Activation;

/// <summary>A destination flow that activates audiences with chosen attributes to the landing zone.</summary>
internal sealed class ActivationFlow(EmulatorFixture fixture)
{
    private const string AdHocRun = "/data/core/activation/disflowprovider/adhocrun";
    private const string AudienceRun = "application/vnd.adobe.adhoc.activation+json; version=2";

    public FlowClient Flows { get; } = new(fixture);

    public SegmentationClient Segments { get; } = new(fixture);

    public Task<(int Status, JsonObject Body)> SendAsync(JsonObject activationInfo) =>
        fixture.Client.CallAsync(HttpMethod.Post, AdHocRun, new JsonObject { ["activationInfo"] = activationInfo }, AudienceRun);

    /// <summary>The orders of a run that was accepted.</summary>
    public async Task<JsonArray> StartAsync(string flow, params string[] segments)
    {
        (int status, JsonObject body) = await SendAsync(Order(flow, segments));
        Assert.True(status == 200, body.ToJsonString());
        return body["order"]!.AsArray();
    }

    public static JsonObject Order(string flow, params string[] segments) =>
        new() { [flow] = new JsonArray([.. segments.Select(id => JsonValue.Create(id))]) };

    public async Task<JsonObject> FinishAsync(JsonNode order) => await Flows.FinishAsync(new Uri((string)order["statusURL"]!).Segments[^1]);

    /// <summary>A flow whose columns stand in a mapping set: attribute under the tenant, then the header of its column.</summary>
    public async Task<string> CreateAsync(string path, string[] segments, params (string Attribute, string Header)[] columns)
    {
        var file = new JsonObject
        {
            ["jsonSchema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(columns.Select(
                    column => KeyValuePair.Create<string, JsonNode?>(column.Header, new JsonObject { ["type"] = "string" }))),
            },
        };
        string mapping = await new MappingSetClient(fixture).CreateAsync(
            file, [.. columns.Select(column => ($"{Segments.Profiles.Tenant}.{column.Attribute}", column.Header))]);
        return await CreateAsync(
            path, segments, new JsonObject { ["profileMapping"] = new JsonObject { ["mappingId"] = mapping, ["mappingVersion"] = 0 } });
    }

    public async Task<string> CreateAsync(string path, string[] segments, JsonObject parameters, JsonObject? target = null)
    {
        target ??= [];
        target["path"] = path;
        parameters["segmentSelectors"] = new JsonObject { ["selectors"] = new JsonArray([.. segments.Select(Selector)]) };
        string source = await Flows.CreateAsync("sourceConnections", FlowClient.Connection("Profiles", FlowClient.ProfileStore));
        string folder =
            await Flows.CreateAsync("targetConnections", FlowClient.Connection("Folder", FlowClient.LandingZoneDestination, target));
        JsonObject flow = FlowClient.Flow("Activation", FlowClient.LandingZoneExport, source, folder);
        flow["transformations"] = new JsonArray(new JsonObject { ["name"] = "GeneralTransform", ["params"] = parameters });
        return await Flows.CreateAsync("flows", flow);
    }

    private static JsonObject Selector(string segment) => new()
    {
        ["type"] = "PLATFORM_SEGMENT",
        ["value"] = new JsonObject { ["id"] = segment, ["name"] = "Likely", ["filenameTemplate"] = "%SEGMENT_NAME%_%SEGMENT_ID%" },
    };
}
