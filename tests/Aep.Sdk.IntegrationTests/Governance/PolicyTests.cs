using Aep.Sdk.Governance;
using Aep.Sdk.IntegrationTests.Support;

namespace Aep.Sdk.IntegrationTests.Governance;

/// <summary>Labels, marketing actions and policies, each from its making to its end.</summary>
public sealed class PolicyTests(Platform platform) : IClassFixture<Platform>
{
    private GovernanceClient Governance => platform.Aep.Governance;

    [Fact]
    public async Task Labels_and_marketing_actions_of_the_organisation_stand_beside_Adobes()
    {
        await Governance.Labels.CreateOrReplaceAsync("S9", "Score", "Made by a model");
        Assert.Equal("Score", (await Governance.Labels.GetAsync(GovernanceContainer.Custom, "S9")).FriendlyName);
        Assert.Equal(["S9"], await Governance.Labels.ListAsync(GovernanceContainer.Custom).Select(label => label.Name).ToListAsync());
        Assert.Contains("C9", await Governance.Labels.ListAsync(GovernanceContainer.Core).Select(label => label.Name).ToListAsync());

        await Governance.MarketingActions.CreateOrReplaceAsync("callAtNight", "By telephone");
        Assert.Equal("By telephone", (await Governance.MarketingActions.GetAsync(GovernanceContainer.Custom, "callAtNight")).Description);
        Assert.Contains("callAtNight",
            await Governance.MarketingActions.ListAsync(GovernanceContainer.Custom).Select(action => action.Name).ToListAsync());
        await Governance.MarketingActions.DeleteAsync("callAtNight");
        await Assert.ThrowsAsync<AepNotFoundException>(
            () => Governance.MarketingActions.GetAsync(GovernanceContainer.Custom, "callAtNight"));
        Assert.NotEmpty(await Governance.MarketingActions.ListAsync(GovernanceContainer.Core).ToListAsync());
    }

    [Fact]
    public async Task A_policy_counts_when_it_is_enabled_and_as_a_draft_where_drafts_are_asked_for()
    {
        MarketingActionReference email = MarketingActionReference.Core("emailTargeting");
        PoliciesClient policies = Governance.Policies;
        GovernancePolicy policy =
            await policies.CreateAsync(new GovernancePolicyDefinition("No mail", [email.Path], PolicyExpression.All("C2", "C4")));
        Assert.Equal(PolicyStatus.Draft, (await policies.GetAsync(GovernanceContainer.Custom, policy.Id)).Status);
        Assert.True((await Governance.EvaluateLabelsAsync(email, ["C2", "C4"])).IsAllowed);
        Assert.False((await Governance.EvaluateLabelsAsync(email, ["C2", "C4"], includeDraft: true)).IsAllowed);

        await policies.UpdateAsync(policy.Id, [JsonPatchOperation.Replace("/status", "ENABLED")]);
        Assert.Equal("No mail", Assert.Single((await Governance.EvaluateLabelsAsync(email, ["C2", "C4"])).ViolatedPolicies).Name);
        Assert.True((await Governance.EvaluateLabelsAsync(email, ["C4"])).IsAllowed);
        await policies.ReplaceAsync(policy.Id,
            new GovernancePolicyDefinition("No mail", [email.Path], PolicyExpression.Any("C2", "C4")) { Status = PolicyStatus.Enabled });
        IReadOnlyList<BulkEvaluationResult> several = await Governance.EvaluateInBulkAsync(
            [BulkEvaluation.OfLabels(email, "C4"), BulkEvaluation.OfLabels(email, "C5")]);
        Assert.Equal([false, true], several.Select(result => result.Body!.IsAllowed));
        Assert.Equal(
            [policy.Id], await policies.ListAsync(GovernanceContainer.Custom, new PolicyFilter { Labels = ["C4"] }).Select(item => item.Id)
                .ToListAsync());
        await policies.DeleteAsync(policy.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => policies.GetAsync(GovernanceContainer.Custom, policy.Id));
    }

    [Fact]
    public async Task Core_policies_are_switched_on_and_off()
    {
        PoliciesClient policies = Governance.Policies;
        GovernancePolicy core = await policies.ListAsync(GovernanceContainer.Core).FirstAsync();
        Assert.Equal(core.Id, (await policies.GetAsync(GovernanceContainer.Core, core.Id)).Id);
        Assert.Equal([core.Id], await policies.SetEnabledCorePolicyIdsAsync([core.Id]));
        Assert.Equal([core.Id], await policies.GetEnabledCorePolicyIdsAsync());
        Assert.Empty(await policies.SetEnabledCorePolicyIdsAsync([]));
    }
}
