using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.DestinationAuthoring;

/// <summary>Messages as a destination gets them, one test for each transformation that Adobe's page on the message format shows.</summary>
public sealed class MessageTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Base = "/data/core/activation/authoring";

    private const string Ann =
        """
        {
          "attributes": { "city": { "value": "Oslo" }, "age": {} },
          "identityMap": { "email": [{ "id": "ann@example.com" }, { "id": "a@example.com" }], "crm": [{ "id": "17" }] },
          "segmentMembership": { "ups": { "in-1": { "status": "realized" }, "in-2": { "status": "realized" },
           "out-1": { "status": "exited" } } }
        }
        """;

    private const string Ben =
        """
        {
          "attributes": { "city": { "value": "Bergen" }, "age": { "value": "41" } },
          "identityMap": { "email": [{ "id": "ben@example.com" }] },
          "segmentMembership": { "ups": { "in-1": { "status": "realized" } } }
        }
        """;

    private const string Attributes =
        """
        "attributes": { {% for attribute in profile.attributes %}"{{ attribute.key }}":
          {% if attribute.value is empty %} null {% else %} "{{ attribute.value.value }}" {% endif %}{% if not loop.last %},{% endif %}
        {% endfor %} }
        """;

    private const string Identities =
        """
        "ids": [
          {% for email in profile.identityMap.email %} "mail {{ email.id }}"{% if not loop.last %},{% endif %} {% endfor %}
          {# only between the two #}
          {% if profile.identityMap.email is not empty and profile.identityMap.crm is not empty %},{% endif %}
          {% for crm in profile.identityMap.crm %} "crm {{ crm.id }}"{% if not loop.last %},{% endif %} {% endfor %}
        ]
        """;

    private const string Audiences =
        """
        "add": [{% for audience in profile.segmentMembership.ups | added %} "{{ audience.key }}"{% if not loop.last %},
         {% endif %}{% endfor %}],
        "remove": [{% for audience in removedSegments(profile.segmentMembership.ups) %} "{{ audience.key }}"{% if not loop.last %},
         {% endif %}{% endfor %}]
        """;

    private const string AnnAttributes = """ "attributes": { "city": "Oslo", "age": null } """,
        BenAttributes = """ "attributes": { "city": "Bergen", "age": "41" } """;
    private const string AnnIds = """ "ids": ["mail ann@example.com", "mail a@example.com", "crm 17"] """,
        BenIds = """ "ids": ["mail ben@example.com"] """;
    private const string AnnAudiences = """ "add": ["in-1", "in-2"], "remove": ["out-1"] """,
        BenAudiences = """ "add": ["in-1"], "remove": [] """;

    [Theory]
    [InlineData(Attributes, AnnAttributes, BenAttributes)]
    [InlineData(Audiences, AnnAudiences, BenAudiences)]
    [InlineData(Identities, AnnIds, BenIds)]
    [InlineData(Identities + "," + Audiences, AnnIds + "," + AnnAudiences, BenIds + "," + BenAudiences)]
    [InlineData(
        Attributes + "," + Identities + "," + Audiences,
        AnnAttributes + "," + AnnIds + "," + AnnAudiences,
        BenAttributes + "," + BenIds + "," + BenAudiences)]
    public async Task Persons_become_the_message_of_the_destination(string person, string ann, string ben)
    {
        string id = await CreateDestinationAsync(
            """{ "aggregationType": "BEST_EFFORT", "bestEffortAggregation": { "maxUsersPerRequest": 10 } }""");
        string template = $"{{ \"people\": [ {{% for profile in input.profiles %}} {{ {person} }}{{% if not loop.last %}},{{% endif %}} "
            + $"{{% endfor %}} ] }}";
        JsonNode result = Assert.Single(await RenderAsync(id, template, Ann, Ben))!;
        Assert.Null(result["aggregationKey"]);
        Assert.Equal(2, result["profiles"]!.AsArray().Count);
        AssertJson($$"""{ "people": [ { {{ann}} }, { {{ben}} } ] }""", Output(result));
    }

    [Fact]
    public async Task One_person_a_message_is_the_profile_of_the_input()
    {
        string id = await CreateDestinationAsync(
            """{ "aggregationType": "BEST_EFFORT", "bestEffortAggregation": { "maxUsersPerRequest": 1 } }""");
        JsonArray results = await RenderAsync(id, "{{ input.profile.attributes.city.value }}", Ann, Ben);
        Assert.Equal(["Oslo", "Bergen"], results.Select(result => Output(result!)));
        AssertJson(Ben, Output((await RenderAsync(id, "{% for profile in input.profiles %}{{profile|raw}}{% endfor %}", Ann, Ben))[1]!));
    }

    [Fact]
    public async Task Messages_by_audience_name_it()
    {
        string id = await CreateDestinationAsync(Configurable("""{ "includeSegmentId": true }"""));
        JsonArray results = await RenderAsync(
            id, "{{ input.aggregationKey.segmentId }} {{ input.aggregationKey.segmentNamespace }} {{ input.aggregationKey.segmentAlias }}: "
                + "{% for profile in input.profiles %}{{ profile.attributes.city.value }} {% endfor %}", Ann, Ben,
            """
            { "attributes": { "city": { "value": "Moss" } }, "segmentMembership": { "uploads": { "up-1": { "status": "realized" } } } }
            """);
        Assert.Equal(
            ["in-1 ups alias-in-1: Oslo Bergen ", "in-2 ups alias-in-2: Oslo ", "out-1 ups alias-out-1: Oslo ",
                "up-1 uploads alias-up-1: Moss "],
            results.Select(result => Output(result!)));
        Assert.Equal("in-1", (string?)results[0]!["aggregationKey"]!["segmentId"]);
        Assert.Equal(["in-1"], results[0]!["profiles"]![0]!["segmentMembership"]!["ups"]!.AsObject().Select(audience => audience.Key));
    }

    [Fact]
    public async Task Messages_by_status_tell_those_who_came_from_those_who_left()
    {
        string id = await CreateDestinationAsync(Configurable("""{ "includeSegmentId": true, "includeSegmentStatus": true }"""));
        JsonArray results = await RenderAsync(
            id, "{% if input.aggregationKey.segmentStatus == \"exited\" %}REMOVE{% else %}ADD{% endif%} {{ input.profiles | length }}",
            """{ "segmentMembership": { "ups": { "a": { "status": "realized" } } } }""",
                """{ "segmentMembership": { "ups": { "a": { "status": "exited" } } } }""");
        Assert.Equal(["ADD 1", "REMOVE 1"], results.Select(result => Output(result!)));
    }

    [Fact]
    public async Task Messages_by_identity_hold_the_namespaces_of_their_group()
    {
        string id = await CreateDestinationAsync(Configurable(
            """
            { "includeIdentity": true, "oneIdentityPerGroup": false, "groups": [{ "namespaces": ["email", "phone"] },
             { "namespaces": ["crm"] }] }
            """));
        JsonArray results = await RenderAsync(
            id, "{% for profile in input.profiles %}{% for ns in input.aggregationKey.identityNamespaces %}{{ns}}: "
                + "{% for id in profile.identityMap[ns] %}{{id.id}} {% endfor %}{% endfor %};{% endfor %}", Ann, Ben);
        Assert.Equal(["email: ann@example.com a@example.com phone: ;email: ben@example.com phone: ;", "crm: 17 ;"],
            results.Select(result => Output(result!)));
        Assert.Equal(["email", "phone"], results[0]!["aggregationKey"]!["identityNamespaces"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task A_person_is_split_by_identity_when_the_destination_takes_one_a_call()
    {
        string id = await CreateDestinationAsync(Configurable("""{ "includeIdentity": true, "oneIdentityPerGroup": true }""", split: true));
        JsonArray results = await RenderAsync(id,
            "{% for profile in input.profiles %}{% for space in profile.identityMap %}{{ space.value[0].id }} {% endfor %}{% endfor %}",
                Ann);
        Assert.Equal(["ann@example.com a@example.com ", "17 "], results.Select(result => Output(result!)));
    }

    [Fact]
    public async Task Without_profiles_the_platform_makes_some_and_the_sample_template_takes_them()
    {
        foreach (int most in new[] { 1, 3 })
        {
            string id = await CreateDestinationAsync(
                $$"""{ "aggregationType": "BEST_EFFORT", "bestEffortAggregation": { "maxUsersPerRequest": {{most}} } }""");
            string sample = await fixture.Client.GetStringAsync($"{Base}/testing/template/sample/{id}");
            JsonObject body = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/testing/template/render",
                new JsonObject { ["destinationId"] = id, ["template"] = sample });
            JsonNode result = Assert.Single(body["results"]!.AsArray())!;
            Assert.Equal(most, result["profiles"]!.AsArray().Count);
            JsonNode message = JsonNode.Parse(Output(result))!;
            JsonNode first = most == 1 ? message : message["profiles"]![0]!;
            Assert.Equal((string?)result["profiles"]![0]!["identityMap"]!["email"]![0]!["id"], (string?)first["identities"]![0]!["id"]);
            Assert.Single(first["audiences"]!["add"]!.AsArray());
            Assert.Single(first["audiences"]!["remove"]!.AsArray());
        }
    }

    [Fact]
    public async Task Fields_of_a_customer_are_filled_with_random_values()
    {
        string id = await CreateDestinationAsync(Configurable("{}"));
        JsonObject body = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/testing/template/render/destination",
            JsonCalls.Json(
            $$$"""
            { "destinationId": "{{{id}}}", "templates": { "bucket": "{{customerData.bucket}}",
             "path": "{{customerData.bucket}}/{{customerData.region}}" } }
            """));
        string bucket = (string)body["results"]!["bucket"]!;
        Assert.Matches("^[A-Za-z]{5}-bucket$", bucket);
        Assert.Equal($"{bucket}/US", (string?)body["results"]!["path"]);
    }

    [Fact]
    public async Task What_cannot_be_rendered_is_refused_with_its_place()
    {
        string id = await CreateDestinationAsync(Configurable("{}"));
        async Task RefusedAsync(string body, string says, int expected = 400)
        {
            (int status, JsonObject answer) = await fixture.Client
                .CallAsync(HttpMethod.Post, $"{Base}/testing/template/render", JsonCalls.Json(body));
            Assert.Equal(expected, status);
            Assert.Contains(says, (string?)answer["message"]);
        }
        await RefusedAsync($$$"""{ "destinationId": "{{{id}}}", "template": "a\n{{ input | shout }}" }""",
            "template, line 2, column 12: The filter 'shout' is not known");
        await RefusedAsync($$"""{ "destinationId": "{{id}}" }""", "template is missing");
        await RefusedAsync($$"""{ "destinationId": "{{id}}", "template": "x", "profiles": [] }""", "profiles");
        await RefusedAsync("""{ "template": "x" }""", "destinationId is missing");
        await RefusedAsync($$"""{ "destinationId": "{{Guid.Empty}}", "template": "x" }""", "does not exist", 404);
    }

    private static string Configurable(string key, bool split = false) =>
        $$"""
        { "aggregationType": "CONFIGURABLE_AGGREGATION", "configurableAggregation": { "splitUserById": {{(split ? "true" : "false")}},
         "aggregationKey": {{key}} } }
        """;

    private static string Output(JsonNode result) => (string)result["output"]!;

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private async Task<JsonArray> RenderAsync(string id, string template, params string[] profiles)
    {
        var body = new JsonObject
        {
            ["destinationId"] = id,
            ["template"] = template,
            ["profiles"] = new JsonArray([.. profiles.Select(profile => JsonNode.Parse(profile))]),
        };
        return (await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/testing/template/render", body))["results"]!.AsArray();
    }

    private async Task<string> CreateDestinationAsync(string aggregation)
    {
        JsonObject server = await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/destination-servers", JsonCalls.Json(
            """
            { "name": "S", "destinationServerType": "FILE_BASED_DLZ", "fileBasedDlzDestination": { "path": { "templatingStrategy": "NONE",
             "value": "x" } } }
            """));
        JsonObject destination = JsonCalls.Json(
            """
            { "name": "D", "identityNamespaces": { "email": {}, "crm": {} }, "schemaConfig": { "profileFields": [{ "name": "city",
             "type": "string" }] },
              "customerDataFields": [{ "name": "bucket", "type": "string" }, { "name": "region", "type": "string", "enum": ["US", "EU"] }] }
            """);
        destination["aggregation"] = JsonNode.Parse(aggregation);
        destination["destinationDelivery"] = new JsonArray(new JsonObject
        {
            ["authenticationRule"] = "CUSTOMER_AUTHENTICATION",
            ["destinationServerId"] = server["instanceId"]!.DeepClone(),
        });
        return (string)(await fixture.Client.CallAsync(200, HttpMethod.Post, $"{Base}/destinations", destination))["instanceId"]!;
    }
}
