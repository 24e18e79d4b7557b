using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Profiles;
using Aep.Sdk.Emulator.Tests.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Governance;

public sealed class GovernanceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/foundation/dulepolicy";

    [Fact]
    public async Task Labels_are_listed_by_page_and_made()
    {
        JsonObject first = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/labels/core?limit=10");
        Assert.Equal(10, (int)first["_page"]!["count"]!);
        var next = new Uri((string)first["_links"]!["next"]!["href"]!);
        JsonObject rest = await fixture.Client.CallAsync(200, HttpMethod.Get, next.PathAndQuery);
        Assert.Equal("C11", (string?)rest["children"]![0]!["name"]);
        Assert.Null(rest["_links"]!["next"]);
        JsonObject body = JsonCalls.Json(
            """{ "name": "L2", "category": "Custom", "friendlyName": "Purchases", "description": "Past orders" }""");
        await fixture.Client.CallAsync(201, HttpMethod.Put, $"{Base}/labels/custom/L2", body);
        await fixture.Client.CallAsync(200, HttpMethod.Put, $"{Base}/labels/custom/L2", body.DeepClone());
        JsonObject label = await fixture.Client.CallAsync(200, HttpMethod.Get, $"{Base}/labels/custom/L2");
        Assert.Equal("Purchases", (string?)label["friendlyName"]);
        JsonObject taken = JsonCalls.Json("""{ "name": "C1" }""");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Put, $"{Base}/labels/custom/C1", taken)).Status);
        Assert.Equal(404, (await fixture.Client.CallAsync(HttpMethod.Get, $"{Base}/labels/core/C99")).Status);
    }

    [Fact]
    public async Task A_policy_denies_what_its_expression_says()
    {
        JsonObject action = JsonCalls.Json("""{ "name": "sendScores", "description": "x" }""");
        await fixture.Client.CallAsync(201, HttpMethod.Put, $"{Base}/marketingActions/custom/sendScores", action);
        JsonObject policy = JsonCalls.Json("""
            { "name": "No scores", "status": "ENABLED", "marketingActionRefs": ["http://x/marketingActions/custom/sendScores"],
              "deny": { "operator": "AND", "operands": [
                { "label": "C1" }, { "operator": "OR", "operands": [{ "label": "C3" }, { "label": "C7" }] }] } }
            """);
        JsonObject created = await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Base}/policies/custom", policy);
        Assert.Empty(await ViolatedAsync("C1"));
        Assert.Equal(created["id"]!.ToString(), Assert.Single(await ViolatedAsync("C1,C7"))!["id"]!.ToString());
        JsonNode draft = JsonNode.Parse("""[{ "op": "replace", "path": "/status", "value": "DRAFT" }]""")!;
        await fixture.Client.CallAsync(200, HttpMethod.Patch, $"{Base}/policies/custom/{created["id"]}", draft);
        Assert.Empty(await ViolatedAsync("C1,C7"));
        Assert.Single(await ViolatedAsync("C1,C7&includeDraft=true"));
        policy["deny"] = JsonNode.Parse("""{ "operator": "XOR", "operands": [] }""");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/policies/custom", policy.DeepClone())).Status);
        policy["marketingActionRefs"] = new JsonArray("http://x/marketingActions/core/fly");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Post, $"{Base}/policies/custom", policy.DeepClone())).Status);
    }

    [Fact]
    public async Task A_dataset_is_evaluated_by_the_labels_of_it_and_of_its_fields()
    {
        var profiles = new ProfileClient(fixture);
        string dataset = await profiles.CreateDatasetAsync("""{ "score": { "type": "number" } }""");
        string labels = $"/data/foundation/dataset/datasets/{dataset}/labels";
        await fixture.Client.CallAsync(201, HttpMethod.Post, labels, JsonCalls.Json("""{ "labels": ["C12"] }"""));
        JsonObject document = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/catalog/dataSets/{dataset}");
        await LabelAsync((string)document[dataset]!["schemaRef"]!["id"]!, $"/{profiles.Tenant}/score", "core/C9");
        JsonObject enabled = JsonCalls.Json("""{ "policyIds": ["corepolicy_0004", "corepolicy_0006"] }""");
        await fixture.Client.CallAsync(200, HttpMethod.Put, $"{Base}/enabledCorePolicies", enabled);
        const string Science = $"{Base}/marketingActions/core/dataScience/constraints";
        JsonNode whole = JsonNode.Parse($$"""[{ "entityType": "dataSet", "entityId": "{{dataset}}" }]""")!;
        JsonObject denied = await fixture.Client.CallAsync(200, HttpMethod.Post, Science, whole.DeepClone());
        Assert.Equal(["C12", "C9"], denied["duleLabels"]!.AsArray().Select(label => (string?)label));
        JsonNode other = whole.DeepClone();
        other[0]!["entityMeta"] = new JsonObject { ["fields"] = new JsonArray($"{profiles.Tenant}.userid") };
        JsonObject allowed = await fixture.Client.CallAsync(200, HttpMethod.Post, Science, other);
        Assert.Equal("C12", (string?)Assert.Single(allowed["duleLabels"]!.AsArray()));
        Assert.Empty(allowed["violatedPolicies"]!.AsArray());
        JsonObject unknown = JsonCalls.Json("""{ "policyIds": ["corepolicy_9999"] }""");
        Assert.Equal(400, (await fixture.Client.CallAsync(HttpMethod.Put, $"{Base}/enabledCorePolicies", unknown)).Status);
    }

    [Fact]
    public async Task A_dataset_is_evaluated_by_the_labels_of_its_schema_and_of_the_schemas_field_groups()
    {
        var profiles = new ProfileClient(fixture);
        string dataset = await profiles.CreateDatasetAsync("""{ "score": { "type": "number" }, "mail": { "type": "string" } }""");
        JsonObject document = await fixture.Client.CallAsync(200, HttpMethod.Get, $"/data/foundation/catalog/dataSets/{dataset}");
        string schema = (string)document[dataset]!["schemaRef"]!["id"]!;
        string group = (string)(await ReadSchemaAsync(schema))["allOf"]![1]!["$ref"]!;
        await LabelAsync(schema, $"/{profiles.Tenant}/score", "core/C9");
        await LabelAsync(group, $"/{profiles.Tenant}/mail", "custom/mine");
        const string Science = $"{Base}/marketingActions/core/dataScience/constraints";
        JsonNode entity = JsonNode.Parse($$"""[{ "entityType": "dataSet", "entityId": "{{dataset}}" }]""")!;
        JsonObject denied = await fixture.Client.CallAsync(200, HttpMethod.Post, Science, entity.DeepClone());
        Assert.Equal(["C9", "mine"], denied["duleLabels"]!.AsArray().Select(label => (string?)label));
        Assert.Equal(
            [$"/{profiles.Tenant}/score C9", $"/{profiles.Tenant}/mail mine"],
            denied["discoveredLabels"]![0]!["dataSetLabels"]!["fields"]!.AsArray().Select(
                field => $"{field!["path"]} {Assert.Single(field["labels"]!.AsArray())}"));
        entity[0]!["entityMeta"] = new JsonObject { ["fields"] = new JsonArray($"/properties/{profiles.Tenant}/properties/mail") };
        JsonObject ofMail = await fixture.Client.CallAsync(200, HttpMethod.Post, Science, entity);
        Assert.Equal("mine", (string?)Assert.Single(ofMail["duleLabels"]!.AsArray()));
    }

    [Fact]
    public async Task Several_evaluations_in_one_request_each_have_a_status_of_their_own()
    {
        JsonObject action = JsonCalls.Json("""{ "name": "bulk", "description": "x" }""");
        await fixture.Client.CallAsync(201, HttpMethod.Put, $"{Base}/marketingActions/custom/bulk", action);
        await fixture.Client.CallAsync(201, HttpMethod.Post, $"{Base}/policies/custom", JsonCalls.Json("""
            { "name": "No bulk", "status": "ENABLED", "marketingActionRefs": ["http://x/marketingActions/custom/bulk"],
              "deny": { "label": "C4" } }
            """));
        using HttpResponseMessage response = await fixture.Client.PostAsync($"{Base}/bulk-eval", new StringContent("""
            [{ "evalRef": "http://x/marketingActions/custom/bulk/constraints", "labels": ["C4"] },
             { "evalRef": "http://x/marketingActions/custom/bulk/constraints", "labels": ["C5"] },
             { "evalRef": "http://x/marketingActions/custom/none/constraints", "labels": [] },
             { "labels": ["C4"] }]
            """, System.Text.Encoding.UTF8, "application/json"));
        JsonArray answers = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.Equal([200, 200, 404, 400], answers.Select(item => (int)item!["status"]!));
        Assert.Single(answers[0]!["body"]!["violatedPolicies"]!.AsArray());
        Assert.Empty(answers[1]!["body"]!["violatedPolicies"]!.AsArray());
    }

    private async Task<JsonObject> ReadSchemaAsync(string id)
    {
        (int status, JsonObject schema) =
            await new RegistryClient(fixture).SendAsync(
                HttpMethod.Get, $"/tenant/schemas/{Uri.EscapeDataString(id)}", accept: "application/vnd.adobe.xed+json;version=1");
        Assert.True(status == 200, schema.ToJsonString());
        return schema;
    }

    private Task<JsonObject> LabelAsync(string source, string property, string label) =>
        new RegistryClient(fixture).CreateAsync("descriptors", JsonCalls.Json($$"""
            { "@type": "xdm:descriptorLabel", "xdm:sourceSchema": "{{source}}", "xdm:sourceVersion": 1,
              "xdm:sourceProperty": "{{property}}", "xdm:labels": ["{{label}}"] }
            """));

    private async Task<JsonArray> ViolatedAsync(string labels)
    {
        string path = $"{Base}/marketingActions/custom/sendScores/constraints?duleLabels={labels}";
        return (await fixture.Client.CallAsync(200, HttpMethod.Get, path))["violatedPolicies"]!.AsArray();
    }
}
