using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DataPrep;

/// <summary>Mapping sets as a client sees them.</summary>
internal sealed class MappingSetClient(EmulatorFixture fixture)
{
    public const string Base = "/data/foundation/conversion/mappingSets";

    public Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
        fixture.Client.CallAsync(method, Base + path, body);

    public async Task<string> CreateAsync(JsonObject outputSchema, params (string Source, string Destination)[] mappings) =>
        (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}?validate=true", Set(outputSchema, mappings)))["id"]!;

    public static JsonObject Schema(string id) => new()
    {
        ["schemaRef"] = new JsonObject { ["id"] = id, ["contentType"] = "application/vnd.adobe.xed-full+json;version=1" },
    };

    public static JsonObject Set(JsonObject outputSchema, params (string Source, string Destination)[] mappings) => new()
    {
        ["outputSchema"] = outputSchema.DeepClone(),
        ["mappings"] = new JsonArray([.. mappings.Select(mapping => new JsonObject
        {
            ["sourceType"] = "ATTRIBUTE",
            ["source"] = mapping.Source,
            ["destination"] = mapping.Destination,
        })]),
    };

    public static void AssertRefused((int Status, JsonObject Body) answer, int status, string says)
    {
        Assert.True(answer.Status == status, answer.Body.ToJsonString());
        Assert.Equal($"DPAC-1{status}-{status}", (string?)answer.Body["errorCode"]);
        Assert.Contains(says, (string?)answer.Body["message"]);
    }
}
