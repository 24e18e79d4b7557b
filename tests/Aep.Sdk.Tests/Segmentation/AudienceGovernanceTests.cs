using Aep.Sdk.Governance;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;
using WireMock;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>Whether an audience may be used for a marketing action.</summary>
public sealed class AudienceGovernanceTests : IDisposable
{
    private const string Registry = "/data/foundation/schemaregistry/tenant/schemas";
    private const string BulkEval = "/data/foundation/dulepolicy/bulk-eval";
    private const string Policies = "/data/core/ups/config/mergePolicies";
    private const string Audiences = "/data/core/ups/audiences";

    private static readonly MarketingActionReference Email = MarketingActionReference.Core("emailTargeting");

    private readonly Wire _wire = new();
    private readonly AudienceGovernanceClient _governance;

    public AudienceGovernanceTests() => _governance = new SegmentationClient(_wire.Pipeline).Governance;

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task The_policy_the_field_and_the_label_are_named()
    {
        Store(
            """
            {"id":"a1","name":"Likely","mergePolicyId":"m1","expression":{"type":"PQL","format":"pql/text",
             "value":"_acme.score >= 0.2 and _acme.age > 17"}}
            """)
            .On("GET", $"{Policies}/m1", """{"id":"m1","attributeMerge":{"type":"timestampOrdered"}}""")
            .On("POST", BulkEval, Discovered(
                """
                {"path":"/properties/_acme/properties/score","labels":["C4"]},{"path":"/properties/_acme/properties/city","labels":["C2"]}
                """),
                Denied("C4",
                    """{"id":"p1","name":"No e-mail by score","deny":{"operator":"OR","operands":[{"label":"C4"},{"label":"C9"}]}}"""));

        AudiencePolicyEvaluation evaluation = await _governance.EvaluateAsync(Email, "a1");

        AudiencePolicyViolation violation = Assert.Single(evaluation.Violations);
        Assert.Equal(("p1", "No e-mail by score"), (violation.PolicyId, violation.PolicyName));
        Assert.Equal(new AudienceLabel("C4", "_acme.score", "d1"), Assert.Single(violation.Labels));
        Assert.False(evaluation.IsAllowed);
        Assert.Equal(["_acme.age", "_acme.score"], evaluation.Fields);
        Assert.Equal(
            "emailTargeting is not allowed. No e-mail by score denies it: C4 on _acme.score in the dataset d1.", evaluation.ToString());
        // The city is labelled, too, but nobody reads it.
        Wire.IsJson(
            """
            [{"evalRef":"/data/foundation/dulepolicy/marketingActions/core/emailTargeting/constraints",
             "entityList":[{"entityType":"dataSet","entityId":"d1"}]}]
            """, Asked(0));
        Wire.IsJson(
            """
            [{"evalRef":"/data/foundation/dulepolicy/marketingActions/core/emailTargeting/constraints","labels":["C4"],
             "includeDraft":false}]
            """, Asked(1));
    }

    [Fact]
    public async Task Without_labels_on_what_is_read_there_is_nothing_to_deny()
    {
        Store("""{"id":"a1","expression":{"type":"PQL","format":"pql/text","value":"_acme.age > 17"}}""")
            .On("GET", Policies, """{"children":[],"_page":{"next":""}}""")
            .On("POST", BulkEval, Discovered("""{"path":"/properties/_acme/properties/score","labels":["C4"]}"""));
        AudiencePolicyEvaluation evaluation = await _governance.EvaluateAsync(Email, "a1");
        Assert.True(evaluation.IsAllowed);
        Assert.Equal("emailTargeting is allowed", evaluation.ToString());
        Assert.Equal(1, _wire.Count("POST", BulkEval));
    }

    [Fact]
    public async Task Attributes_that_leave_with_the_audience_count_and_drafts_when_asked_for()
    {
        Store("""{"id":"a1","expression":{"type":"PQL","format":"pql/text","value":"_acme.age > 17"}}""")
            .On("GET", Policies, """{"children":[],"_page":{"next":""}}""")
            .On("POST", BulkEval, Discovered("""{"path":"/properties/_acme","labels":["C7"]}"""), Denied(
                "C7", """{"id":"p1","status":"DRAFT","deny":{"label":"C7"}}"""));
        AudiencePolicyEvaluation evaluation =
            await _governance.EvaluateAsync(Email, "a1", new AudienceUse { Attributes = ["_acme.city"], IncludeDraft = true });
        // A label of an object is one of its members.
        Assert.Equal("C7 on _acme.age in the dataset d1", Assert.Single(Assert.Single(evaluation.Violations).Labels).ToString());
        Assert.Contains("\"includeDraft\":true", Asked(1).Body);
    }

    [Theory]
    [InlineData("dataSet")]
    [InlineData("dataset")]
    [InlineData("connection")]
    public async Task A_label_of_a_dataset_or_its_connection_is_one_of_each_field(string member)
    {
        Store("""{"id":"a1","labels":["core/C1"],"expression":{"type":"PQL","format":"pql/text","value":"_acme.age > 17"}}""")
            .On("GET", Policies, """{"children":[],"_page":{"next":""}}""")
            .On("POST", BulkEval,
                $$$"""
                [{"status":200,"body":{"duleLabels":["C5"],"discoveredLabels":[{"entityType":"dataset","entityId":"d1",
                 "dataSetLabels":{"{{{member}}}":{"labels":["C5"]},"fields":[]}}]}}]
                """,
                Denied("C1,C5", """{"id":"p1","deny":{"operator":"AND","operands":[{"label":"C1"},{"label":"C5"}]}}"""));
        AudiencePolicyEvaluation evaluation = await _governance.EvaluateAsync(Email, "a1");
        // Together with a label of the audience itself, as the policy wants both.
        Assert.Equal(["C1 on the audience", "C5 on _acme.age in the dataset d1"],
            Assert.Single(evaluation.Violations).Labels.Select(label => label.ToString()));
    }

    [Fact]
    public async Task Events_and_the_segments_of_a_segment_are_read_where_they_are()
    {
        Store("""{"id":"a1","expression":{"type":"PQL","format":"pql/text","value":"inSegment(\"a2\") and inSegment(\"a1\")"}}""")
            .On("GET", $"{Audiences}/a2",
                """{"id":"a2","expression":{"type":"PQL","format":"pql/text","value":"exists E from xEvent where (E._acme.score > 1)"}}""")
            .On("GET", Policies, """{"children":[],"_page":{"next":""}}""")
            .On("POST", BulkEval,
                """
                [{"status":200,"body":{"discoveredLabels":[{"entityId":"d3",
                 "dataSetLabels":{"fields":[{"path":"/properties/_acme/properties/score","labels":["C3"]}]}}]}}]
                """,
                Denied("C3", """{"id":"p1","deny":{"label":"C3"}}"""));
        AudiencePolicyEvaluation evaluation = await _governance.EvaluateAsync(Email, "a1");
        Assert.Equal(["xEvent._acme.score", "xEvent._id"], evaluation.Fields);
        Assert.Equal(new AudienceLabel("C3", "xEvent._acme.score", "d3"), Assert.Single(evaluation.Labels));
        // The attribute of the same name in the dataset of profiles is another one.
        Assert.DoesNotContain("d1", Asked(0).Body);
    }

    [Fact]
    public async Task Datasets_that_the_merge_policy_leaves_out_do_not_count()
    {
        Store("""{"id":"a1","mergePolicyId":"m1","expression":{"type":"PQL","format":"pql/text","value":"_acme.age > 17"}}""")
            .On("GET", $"{Policies}/m1", """{"id":"m1","attributeMerge":{"type":"dataSetPrecedence","order":["elsewhere"]}}""");
        Assert.True((await _governance.EvaluateAsync(Email, "a1")).IsAllowed);
        Assert.Equal(0, _wire.Count("POST", BulkEval));
    }

    [Fact]
    public async Task An_audience_without_a_rule_has_the_labels_of_its_dataset()
    {
        _wire.On("GET", $"{Audiences}/e1", """{"id":"e1","type":"ExternalAudience","datasetId":"d9"}""").On("POST", BulkEval,
            """
            [{"status":200,"body":{"discoveredLabels":[{"entityId":"d9","dataSetLabels":{"dataSet":["C8"],
             "fields":[{"path":"/properties/email","labels":["I1"]}]}}]}}]
            """,
            Denied("C8,I1", """{"id":"p1","deny":{"label":"I1"}}"""));
        AudiencePolicyEvaluation evaluation = await _governance.EvaluateAsync(Email, "e1");
        Assert.Equal(["C8 on the dataset d9", "I1 on email in the dataset d9"], evaluation.Labels.Select(label => label.ToString()));
    }

    [Fact]
    public async Task A_rule_is_evaluated_before_there_is_a_segment()
    {
        Store("{}").On("GET", Policies, """{"children":[],"_page":{"next":""}}""")
            .On("POST", BulkEval, Discovered("""{"path":"/properties/_acme/properties/score","labels":["C4"]}"""), Denied(
                "C4", """{"id":"p1","deny":{"label":"C4"}}"""));
        Assert.False((await _governance.EvaluateAsync(Email, Pql.Attribute("_acme.score").AtLeast(0.5).ToExpression())).IsAllowed);
    }

    [Theory]
    [InlineData("""[{"status":404,"error":{"title":"Not found","detail":"no such action"}}]""",
        "could not be evaluated (404): Not found no such action")]
    [InlineData("[]", "0 answers")]
    [InlineData("""[{"status":200,"body":{"duleLabels":["C5"]}}]""", "has not said which fields have the labels C5")]
    public async Task What_cannot_be_evaluated_is_not_allowed_but_an_error(string answer, string says)
    {
        Store("""{"id":"a1","expression":{"type":"PQL","format":"pql/text","value":"_acme.age > 17"}}""")
            .On("GET", Policies, """{"children":[],"_page":{"next":""}}""")
            .On("POST", BulkEval, answer);
        Assert.Contains(says, (await Assert.ThrowsAsync<AepException>(() => _governance.EvaluateAsync(Email, "a1"))).Message);
    }

    [Fact]
    public async Task A_rule_that_cannot_be_read_is_an_error()
    {
        Store("""{"id":"a1","expression":{"type":"PQL","format":"pql/text","value":"_acme.age ~ 17"}}""");
        await Assert.ThrowsAsync<PqlSyntaxException>(() => _governance.EvaluateAsync(Email, "a1"));
    }

    // Profiles in d1, events in d3, and d2 that does not feed Profile.
    private Wire Store(string audience) => _wire
        .On("GET", $"{Audiences}/a1", audience)
        .On("GET", "/data/foundation/catalog/dataSets",
            """
            {"d1":{"name":"People","schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"x"},
             "tags":{"unifiedProfile":["enabled:true"]}},
             "d2":{"name":"Elsewhere","schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"x"}},
             "d3":{"name":"Visits","schemaRef":{"id":"https://ns.adobe.com/acme/schemas/3","contentType":"x"},
              "tags":{"unifiedProfile":["enabled:true"]}}}
            """)
        .On("GET", $"{Registry}/https://ns.adobe.com/acme/schemas/1", Schema(
            "1", "https://ns.adobe.com/xdm/context/profile", "score", "age", "city"))
        .On("GET", $"{Registry}/https://ns.adobe.com/acme/schemas/3", Schema(
            "3", "https://ns.adobe.com/xdm/context/experienceevent", "score"));

    private static string Schema(string number, string type, params string[] fields) =>
        """
        {"$id":"https://ns.adobe.com/acme/schemas/NUMBER","title":"S","meta:class":"TYPE","type":"object","properties":{
          "_id":{"type":"string"},"_acme":{"type":"object","properties":{FIELDS}}}}
        """.Replace("NUMBER", number, StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal)
        .Replace("FIELDS", string.Join(',', fields.Select(field => $"\"{field}\":{{\"type\":\"number\"}}")), StringComparison.Ordinal);

    private static string Discovered(string fields) =>
        """
        [{"status":200,"body":{"discoveredLabels":[{"entityType":"dataset","entityId":"d1",
          "dataSetLabels":{"connection":{"labels":[]},"dataSet":{"labels":[]},"fields":[FIELDS]}}]}}]
        """.Replace("FIELDS", fields, StringComparison.Ordinal);

    private static string Denied(string labels, string policy) =>
        """[{"status":200,"body":{"duleLabels":["LABELS"],"violatedPolicies":[POLICY]}}]"""
            .Replace("LABELS", labels.Replace(",", "\",\"", StringComparison.Ordinal), StringComparison.Ordinal)
                .Replace("POLICY", policy, StringComparison.Ordinal);

    private IRequestMessage Asked(int index) => _wire.Requests.Where(request => request.Path == BulkEval).ElementAt(index);
}
