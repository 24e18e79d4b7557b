using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Activation;

/// <summary>Which rows a file of an audience has: mandatory attributes, and keys by which persons are deduplicated.</summary>
public sealed class AudienceRowTests
{
    private static readonly AudienceMember[] Members =
    [
        Member("1",
            """{ "identityMap": { "Email": [{ "id": "a@example.com" }, { "id": "b@example.com" }] }, "name": { "last": "Doe" }, "mail": "m@example.com" }"""),
        Member("2",
            """{ "identityMap": { "Email": [{ "id": "b@example.com" }, { "id": "c@example.com" }] }, "name": { "last": "D" }, "mail": "m@example.com" }"""),
        Member("3", """{ "identityMap": { "ECID": [{ "id": "17" }] }, "name": { "last": "Roe" } }"""),
    ];

    [Theory]
    [InlineData("{}", "-|m@example.com|Doe", "-|m@example.com|D", "-|-|Roe")]
    [InlineData("""{ "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }] }""", "-|m@example.com|Doe", "-|-|Roe")]
    [InlineData("""{ "profileSelectors": { "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }] } }""",
        "-|m@example.com|Doe", "-|-|Roe")]
    [InlineData(
        """{ "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }, { "fieldType": "ATTRIBUTE", "attributePath": "name.last" }] }""",
        "-|m@example.com|Doe", "-|m@example.com|D", "-|-|Roe")]
    [InlineData(
        """{ "primaryFields": [{ "fieldType": "IDENTITY", "identityNamespace": "Email" }] }""",
        "a@example.com|m@example.com|Doe", "b@example.com|m@example.com|Doe", "c@example.com|m@example.com|D")]
    [InlineData(
        """{ "primaryFields": [{ "fieldType": "IDENTITY", "identityNamespace": "email" }] }""",
        "a@example.com|m@example.com|Doe", "b@example.com|m@example.com|Doe", "c@example.com|m@example.com|D")]
    [InlineData("""{ "mandatoryFields": ["mail"] }""", "-|m@example.com|Doe", "-|m@example.com|D")]
    [InlineData("""{ "profileSelectors": { "mandatoryFields": ["mail", "name.last"] } }""", "-|m@example.com|Doe", "-|m@example.com|D")]
    public async Task Rows_are_those_that_the_parameters_leave(string parameters, params string[] expected)
    {
        AudienceColumn[] columns = [Column("identityMap.Email"), Column("mail"), Column("name.last")];
        var rows = new List<string>();
        var reader = new AudienceRows(Flow(parameters), columns, before: null);
        await foreach (JsonNode?[] row in reader.ReadAsync(Members.ToAsyncEnumerable(), CancellationToken.None))
            rows.Add(string.Join('|', row.Select(value => value is JsonValue ? value.ToString() : "-")));
        Assert.Equal(expected, rows);
    }

    [Theory]
    [InlineData("""[{ "fieldType": "SEGMENT" }]""", "ATTRIBUTE or IDENTITY")]
    [InlineData("""[{ "fieldType": "ATTRIBUTE" }]""", "attributePath")]
    [InlineData("""[{ "fieldType": "IDENTITY" }]""", "identityNamespace")]
    [InlineData("""[{ "fieldType": "IDENTITY", "identityNamespace": "a" }, { "fieldType": "IDENTITY", "identityNamespace": "b" }]""",
        "one identity namespace")]
    [InlineData("""[{ "fieldType": "IDENTITY", "identityNamespace": "a" }, { "fieldType": "ATTRIBUTE", "attributePath": "b" }]""",
        "not both")]
    [InlineData(
        """[{ "fieldType": "ATTRIBUTE", "attributePath": "a" }, { "fieldType": "ATTRIBUTE", "attributePath": "b" }, { "fieldType": "ATTRIBUTE", "attributePath": "c" }]""",
        "up to two attributes")]
    public void Keys_that_are_not_possible_are_refused_with_the_flow(string fields, string says)
    {
        ApiException refused = Assert.Throws<ApiException>(() => FlowRules.Check(Flow($$"""{ "primaryFields": {{fields}} }""")));
        Assert.Contains(says, refused.Body.ToJsonString());
    }

    private static AudienceMember Member(string key, string profile) => new(key, IsMember: true, JsonCalls.Json(profile));

    private static AudienceColumn Column(string path) => new(path, member => AudienceColumn.At(member.Profile, path));

    private static JsonObject Flow(string parameters) =>
        JsonCalls.Json($$"""{ "transformations": [{ "name": "GeneralTransform", "params": {{parameters}} }] }""");
}
