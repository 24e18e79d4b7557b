using Aep.Sdk.Datasets;
using Aep.Sdk.Governance;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

#pragma warning disable AEP0001 // No page of Adobe's documents the descriptor of labels.

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>Policies of the platform, asked before an audience is activated.</summary>
public sealed class GovernanceTests(People people) : IClassFixture<People>
{
    private static readonly MarketingActionReference Email = MarketingActionReference.Core("emailTargeting");

    [Fact]
    public async Task A_policy_stands_against_an_audience_by_the_labels_of_what_its_rule_reads()
    {
        await DenyAsync("No e-mail by score", "C4", "/_aeplocal/score");
        Segment byScore = await SegmentAsync("By score", Pql.Attribute("_aeplocal.score").AtLeast(0.5)), byId = await SegmentAsync(
            "By id", Pql.Attribute("_aeplocal.userid").IsNotNull());
        Segment inherits =
            await people.Aep.Segmentation.GetOrCreateAsync(new SegmentDefinition("Inherits", Pql.Text($"inSegment(\"{byScore.Id}\")")));

        AudiencePolicyEvaluation evaluation = await people.Aep.Segmentation.Governance.EvaluateAsync(Email, byScore.Id);
        AudiencePolicyViolation violation = Assert.Single(evaluation.Violations);
        Assert.Equal("No e-mail by score", violation.PolicyName);
        Assert.Equal(("C4", "_aeplocal.score"), (violation.Labels[0].Label, violation.Labels[0].Field));
        Assert.False((await people.Aep.Segmentation.Governance.EvaluateAsync(Email, inherits.Id)).IsAllowed);

        Assert.True((await people.Aep.Segmentation.Governance.EvaluateAsync(Email, byId.Id)).IsAllowed);
        // The score leaves with those who were chosen without it.
        Assert.False((await people.Aep.Segmentation.Governance.EvaluateAsync(Email, byId.Id,
            new AudienceUse { Attributes = ["_aeplocal.score"] })).IsAllowed);
        Assert.True((await people.Aep.Segmentation.Governance.EvaluateAsync(MarketingActionReference.DataScience, byScore.Id)).IsAllowed);
    }

    [Fact]
    public async Task The_rule_that_a_reach_curve_suggests_is_blocked_before_there_is_an_audience()
    {
        await DenyAsync("No campaign by propensity", "C4", "/_aeplocal/score");
        ReachSuggestion interval =
            ReachCurve.From(Enumerable.Range(0, People.Count).Select(number => number / 100.0)).Suggestions.BetweenPercentiles(80, 99);
        AudiencePolicyEvaluation evaluation =
            await people.Aep.Segmentation.Governance.EvaluateAsync(Email, interval.ToRule("_aeplocal.score").ToExpression());
        Assert.Contains("denies it: C4 on _aeplocal.score", evaluation.ToString());
    }

    [Fact]
    public async Task An_action_that_is_not_there_is_an_error_that_names_it()
    {
        await DenyAsync("No e-mail by score", "C4", "/_aeplocal/score");
        Segment segment = await SegmentAsync("By score", Pql.Attribute("_aeplocal.score").AtLeast(0.5));
        AepException refused = await Assert.ThrowsAnyAsync<AepException>(() =>
            people.Aep.Segmentation.Governance.EvaluateAsync(MarketingActionReference.Core("dance"), segment.Id));
        Assert.Contains("dance", refused.Message);
    }

    private async Task<Segment> SegmentAsync(string name, PqlCondition rule) =>
        await people.Aep.Segmentation.GetOrCreateAsync(new SegmentDefinition(name, rule.ToExpression()));

    private async Task DenyAsync(string name, string label, string path)
    {
        Dataset dataset = (await people.Aep.Datasets.FindByNameAsync("People"))!;
        await people.Aep.Schemas.Descriptors.GetOrCreateAsync(
            new LabelDescriptor { SourceSchema = dataset.SchemaRef!.Id, SourceProperty = path, Labels = [$"core/{label}"] });
        await foreach (GovernancePolicy old in people.Aep.Governance.Policies.ListAsync(GovernanceContainer.Custom))
            await people.Aep.Governance.Policies.DeleteAsync(old.Id);
        await people.Aep.Governance.Policies.CreateAsync(
            new GovernancePolicyDefinition(name, [Email.Path], PolicyExpression.Of(label)) { Status = PolicyStatus.Enabled });
    }
}
