using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Profiles;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

/// <summary>Segmentation Service as a client sees it.</summary>
internal sealed class SegmentationClient(EmulatorFixture fixture)
{
    public const string Base = "/data/core/ups";

    public ProfileClient Profiles { get; } = new(fixture);

    public Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
        fixture.Client.CallAsync(method, Base + path, body);

    /// <summary>A definition as the notebooks send it. <c>_tenant</c> in the rule stands for the real tenant.</summary>
    public JsonObject Definition(string name, string rule) => new()
    {
        ["name"] = name,
        ["profileInstanceId"] = "ups",
        ["description"] = "Made by a test",
        ["expression"] = new JsonObject { ["type"] = "PQL", ["format"] = "pql/text", ["value"] = Rule(rule) },
        ["schema"] = new JsonObject { ["name"] = "_xdm.context.profile" },
        ["payloadSchema"] = "string",
        ["ttlInDays"] = 60,
    };

    public string Rule(string rule) => rule.Replace("_tenant", Profiles.Tenant);

    public async Task<string> CreateAsync(string name, string rule) =>
        (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, Base + "/segment/definitions", Definition(name, rule)))["id"]!;

    public Task<JsonObject> StartAsync(params string[] segments) => fixture.Client.CallAsync(
        200, HttpMethod.Post, Base + "/segment/jobs", new JsonArray([.. segments.Select(id => new JsonObject { ["segmentId"] = id })]));

    /// <summary>The job at its end.</summary>
    public Task<JsonObject> FinishAsync(JsonObject job) => Polling.UntilAsync(
        () => fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/segment/jobs/{job["id"]}"),
        current => (string?)current["status"] is not ("NEW" or "QUEUED" or "PROCESSING"));

    public async Task<JsonObject> EvaluateAsync(params string[] segments)
    {
        JsonObject job = await FinishAsync(await StartAsync(segments));
        Assert.True((string?)job["status"] == "SUCCEEDED", job.ToJsonString());
        return job;
    }

    /// <summary>A dataset of people with <c>propensity</c> and <c>city</c>; each row is userid, propensity, city.</summary>
    public async Task<string> CreatePeopleAsync(params (string Id, double? Propensity, string? City)[] people)
    {
        string dataset = await Profiles.CreateDatasetAsync("""{ "propensity": { "type": "number" }, "city": { "type": "string" } }""");
        if (people.Length > 0)
            await AddPeopleAsync(dataset, people);
        return dataset;
    }

    public Task AddPeopleAsync(string dataset, params (string Id, double? Propensity, string? City)[] people) =>
        Profiles.IngestAsync(dataset,
        [.. people.Select(person => new JsonObject { ["userid"] = person.Id, ["propensity"] = person.Propensity,
            ["city"] = person.City }.ToJsonString())]);

    public static void AssertRefused((int Status, JsonObject Body) answer, int status, string says)
    {
        Assert.True(answer.Status == status, answer.Body.ToJsonString());
        Assert.Equal($"http://ns.adobe.com/aep/errors/UPS-1{status}-{status}", (string?)answer.Body["type"]);
        Assert.Contains(says, (string?)answer.Body["detail"]);
    }
}
