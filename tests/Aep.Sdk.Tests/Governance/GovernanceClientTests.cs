using Aep.Sdk.Governance;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Governance;

public sealed class GovernanceClientTests : IDisposable
{
    private const string Root = "/data/foundation/dulepolicy";

    private readonly Wire _wire = new();
    private readonly GovernanceClient _governance;

    public GovernanceClientTests() => _governance = new GovernanceClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Labels_are_listed_to_the_last_page()
    {
        _wire.On("GET", $"{Root}/labels/core",
            """{"children":[{"name":"C1"},{"name":"C2"}],"_page":{"count":2,"next":"C2"}}""",
                """{"children":[{"name":"C9","category":"Contract"}],"_page":{"count":1}}""");
        Assert.Equal(
            ["C1", "C2", "C9"], await _governance.Labels.ListAsync(GovernanceContainer.Core).Select(label => label.Name).ToListAsync());
        Assert.Equal("C2", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task A_label_of_ones_own_is_put_with_its_category()
    {
        _wire.On("PUT", $"{Root}/labels/custom/L2", """{"name":"L2","category":"Custom"}""");
        await _governance.Labels.CreateOrReplaceAsync("L2", "Purchase history");
        Wire.IsJson(
            """{"name":"L2","category":"Custom","friendlyName":"Purchase history"}""", _wire.Single("PUT", $"{Root}/labels/custom/L2"));
    }

    [Fact]
    public async Task Datasets_are_evaluated_with_their_fields()
    {
        _wire.On("POST", $"{Root}/marketingActions/core/dataScience/constraints",
            """
            {"violatedPolicies":[{"id":"p1","name":"No data science","deny":{"label":"C9"}}],"discoveredLabels":[{"entityType":"dataset",
             "entityId":"d1","dataSetLabels":{"connection":{"labels":["C1"]},"dataSet":["C3"],"fields":[{"path":"/properties/a",
             "labels":["C9"]}]}}]}
            """);
        PolicyEvaluation evaluation = await _governance.EvaluateAsync(
            MarketingActionReference.DataScience, [GovernedEntity.Dataset("d1", "/properties/a"), GovernedEntity.Dataset("d2")],
            includeDraft: true);
        Assert.False(evaluation.IsAllowed);
        Assert.Equal("C9", Assert.Single(evaluation.ViolatedPolicies).Deny!.Label);
        EntityLabels found = evaluation.DiscoveredLabels![0].DataSetLabels!;
        Assert.Equal(["C1", "C3", "C9"], [.. found.Connection!.Labels, .. found.DataSet!.Labels, .. found.Fields![0].Labels]);
        Wire.IsJson(
            """
            [{"entityType":"dataSet","entityId":"d1","entityMeta":{"fields":["/properties/a"]}},{"entityType":"dataSet","entityId":"d2"}]
            """, _wire.Requests[0]);
        Assert.Equal("true", Wire.Query(_wire.Requests[0], "includeDraft"));
    }

    [Fact]
    public async Task Labels_are_evaluated_without_a_dataset()
    {
        _wire.On("GET", $"{Root}/marketingActions/custom/analytics/constraints", """{"violatedPolicies":[],"duleLabels":["C1","C3"]}""");
        Assert.True((await _governance.EvaluateLabelsAsync(MarketingActionReference.Custom("analytics"), ["C1", "C3"])).IsAllowed);
        Assert.Equal("C1,C3", Wire.Query(_wire.Requests[0], "duleLabels"));
    }

    [Fact]
    public async Task Several_evaluations_go_in_one_request()
    {
        _wire.On("POST", $"{Root}/bulk-eval",
            """[{"status":200,"body":{"violatedPolicies":[]}},{"status":404,"error":{"title":"not found"}}]""");
        IReadOnlyList<BulkEvaluationResult> results = await _governance.EvaluateInBulkAsync(
            [BulkEvaluation.OfLabels(MarketingActionReference.DataScience, "C9"),
                BulkEvaluation.OfEntities(MarketingActionReference.Custom("x"), GovernedEntity.Dataset("d"))]);
        Assert.True(results[0].Body!.IsAllowed);
        Assert.Equal((404, "not found"), (results[1].Status, results[1].Error!.Title));
    }

    [Fact]
    public async Task A_policy_denies_an_action_by_its_labels()
    {
        _wire.On("POST", $"{Root}/policies/custom", """{"id":"p1"}""");
        await _governance.Policies.CreateAsync(new GovernancePolicyDefinition(
            "No export", [MarketingActionReference.ExportToThirdParty.Path], PolicyExpression.Any("C1", "C2"))
        { Status = PolicyStatus.Enabled });
        Wire.IsJson(
            """
            {"name":"No export","status":"ENABLED",
             "marketingActionRefs":["/data/foundation/dulepolicy/marketingActions/core/exportToThirdParty"],
             "deny":{"operator":"OR","operands":[{"label":"C1"},{"label":"C2"}]}}
            """, _wire.Requests[0]);
    }

    [Fact]
    public async Task Enabled_policies_are_replaced_as_a_whole()
    {
        _wire.On("PUT", $"{Root}/enabledCorePolicies", """{"policyIds":["corepolicy_0001"]}""");
        Assert.Equal(["corepolicy_0001"], await _governance.Policies.SetEnabledCorePolicyIdsAsync(["corepolicy_0001"]));
    }
}
