using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Activation;

/// <summary>Which rows a file of an audience has: mandatory attributes, and keys by which persons are deduplicated.</summary>
public sealed class AudienceRowTests
{
    private const string ByMail = """{ "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }] }""";
    private const string ByEmail = """{ "primaryFields": [{ "fieldType": "IDENTITY", "identityNamespace": "Email" }] }""";

    private static readonly AudienceMember[] Members =
    [
        Member("1",
            """
            { "identityMap": { "Email": [{ "id": "a@example.com" }, { "id": "b@example.com" }] }, "name": { "last": "Doe" },
             "mail": "m@example.com" }
            """),
        Member("2",
            """
            { "identityMap": { "Email": [{ "id": "b@example.com" }, { "id": "c@example.com" }] }, "name": { "last": "D" },
             "mail": "m@example.com" }
            """),
        Member("3", """{ "identityMap": { "ECID": [{ "id": "17" }] }, "name": { "last": "Roe" } }"""),
    ];

    [Theory]
    [InlineData("{}", "-|m@example.com|Doe", "-|m@example.com|D", "-|-|Roe")]
    [InlineData("""{ "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }] }""", "-|m@example.com|Doe", "-|-|Roe")]
    [InlineData("""{ "profileSelectors": { "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }] } }""",
        "-|m@example.com|Doe", "-|-|Roe")]
    [InlineData(
        """
        { "primaryFields": [{ "fieldType": "ATTRIBUTE", "attributePath": "mail" }, { "fieldType": "ATTRIBUTE",
         "attributePath": "name.last" }] }
        """,
        "-|m@example.com|Doe", "-|m@example.com|D", "-|-|Roe")]
    [InlineData(
        """{ "primaryFields": [{ "fieldType": "IDENTITY", "identityNamespace": "Email" }] }""",
        "a@example.com|m@example.com|Doe", "b@example.com|m@example.com|Doe", "c@example.com|m@example.com|D")]
    [InlineData(
        """{ "primaryFields": [{ "fieldType": "IDENTITY", "identityNamespace": "email" }] }""",
        "a@example.com|m@example.com|Doe", "b@example.com|m@example.com|Doe", "c@example.com|m@example.com|D")]
    [InlineData("""{ "mandatoryFields": ["mail"] }""", "-|m@example.com|Doe", "-|m@example.com|D")]
    [InlineData("""{ "profileSelectors": { "mandatoryFields": ["mail", "name.last"] } }""", "-|m@example.com|Doe", "-|m@example.com|D")]
    public async Task Rows_are_those_that_the_parameters_leave(string parameters, params string[] expected) =>
        Assert.Equal(expected, await RowsAsync(parameters, Members));

    [Theory]
    [InlineData(ByMail, "-|m@example.com|D", "-|-|Roe")]
    [InlineData(ByEmail, "a@example.com|m@example.com|Doe", "b@example.com|m@example.com|D", "c@example.com|m@example.com|D")]
    public async Task Of_persons_with_one_key_who_qualified_last_is_kept(string parameters, params string[] expected) =>
        Assert.Equal(
            expected, await RowsAsync(parameters, [Members[0] with { Since = May(1) }, Members[1] with { Since = May(2) }, Members[2]]));

    [Theory]
    [InlineData(1, true, 1, true, "Doe")]
    [InlineData(2, true, 1, true, "Doe")]
    [InlineData(1, false, 1, true, "D")]
    [InlineData(2, false, 1, true, "D")]
    [InlineData(1, false, 2, false, "D")]
    public async Task A_member_is_kept_before_one_who_left_and_of_two_at_once_the_first(
        int first, bool firstIsIn, int second, bool secondIsIn, string expected)
    {
        AudienceMember[] two =
        [
            Members[0] with { Since = May(first), IsMember = firstIsIn }, Members[1] with { Since = May(second), IsMember = secondIsIn },
        ];
        HashSet<string> before = [.. two.Where(member => !member.IsMember).Select(member => member.Key)];
        Assert.EndsWith($"|{expected}", Assert.Single(await RowsAsync(ByMail, two, before)));
    }

    [Fact]
    public async Task Every_person_counts_as_a_member_whether_kept_or_not()
    {
        var reader = new AudienceRows(Flow(ByMail), [Column("mail")], before: null);
        int rows = 0;
        await foreach (JsonNode?[] _ in reader.ReadAsync(Members.ToAsyncEnumerable(), CancellationToken.None))
            rows++;
        Assert.Equal((2, 3), (rows, reader.Members.Count));
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
        """
        [{ "fieldType": "ATTRIBUTE", "attributePath": "a" }, { "fieldType": "ATTRIBUTE", "attributePath": "b" },
         { "fieldType": "ATTRIBUTE", "attributePath": "c" }]
        """,
        "up to two attributes")]
    public void Keys_that_are_not_possible_are_refused_with_the_flow(string fields, string says)
    {
        ApiException refused = Assert.Throws<ApiException>(() => FlowRules.Check(Flow($$"""{ "primaryFields": {{fields}} }""")));
        Assert.Contains(says, refused.Body.ToJsonString());
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(string parameters, AudienceMember[] members, HashSet<string>? before = null)
    {
        AudienceColumn[] columns = [Column("identityMap.Email"), Column("mail"), Column("name.last")];
        if (before is not null)
            columns = [new AudienceColumn("status", member => member.IsMember) { IsStatus = true }, .. columns];
        var rows = new List<string>();
        var reader = new AudienceRows(Flow(parameters), columns, before);
        await foreach (JsonNode?[] row in reader.ReadAsync(members.ToAsyncEnumerable(), CancellationToken.None))
            rows.Add(string.Join('|', row.Select(value => value is JsonValue ? value.ToString() : "-")));
        return rows;
    }

    private static DateTimeOffset May(int day) => new(2024, 5, day, 0, 0, 0, TimeSpan.Zero);

    private static AudienceMember Member(string key, string profile) => new(key, IsMember: true, JsonCalls.Json(profile));

    private static AudienceColumn Column(string path) => new(path, member => AudienceColumn.At(member.Profile, path));

    private static JsonObject Flow(string parameters) =>
        JsonCalls.Json($$"""{ "transformations": [{ "name": "GeneralTransform", "params": {{parameters}} }] }""");
}
