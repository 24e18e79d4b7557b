using System.Text.RegularExpressions;
using Aep.Sdk.Datasets;
using Aep.Sdk.Governance;
using Aep.Sdk.Identities;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Profiles;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Access;

/// <summary>
/// A credential without any permission: what the client says that a request needs is what the platform says, each of which has a table of
/// its own.
/// </summary>
public sealed partial class RefusalTests
{
    private static readonly SegmentExpression Rule = Pql.Text("true");

    private static readonly (string Call, Func<AepClient, Task> Send)[] Calls =
    [
        ("segments", aep => aep.Segmentation.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("segments by id", aep => aep.Segmentation.GetManyAsync(["1"])),
        ("conversion", aep => aep.Segmentation.ConvertAsync(new SegmentDefinition("x", Rule))),
        ("new segment", aep => aep.Segmentation.CreateAsync(new SegmentDefinition("x", Rule))),
        ("evaluation", aep => aep.Segmentation.EvaluateAsync("1")),
        ("jobs", aep => aep.Segmentation.Jobs.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("jobs by id", aep => aep.Segmentation.Jobs.GetManyAsync(["1"])),
        ("estimate", aep => aep.Segmentation.EstimateAsync(Rule)),
        ("search", aep => aep.Segmentation.Search.CountByNamespaceAsync()),
        ("schedules", aep => aep.Segmentation.Schedules.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("new schedule", aep => aep.Segmentation.Schedules.CreateAsync(new SegmentScheduleDefinition("x", "0 0 1 * * ?"))),
        ("audiences", aep => aep.Segmentation.Audiences.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("audiences by id", aep => aep.Segmentation.Audiences.GetManyAsync(["1"])),
        ("end of an audience", aep => aep.Segmentation.Audiences.DeleteAsync("1")),
        ("end of an external audience", aep => aep.Segmentation.ExternalAudiences.DeleteAsync("1")),
        ("exports", aep => aep.Segmentation.Exports.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("new export", aep => aep.Segmentation.Exports.StartAsync(new ProfileExportDefinition("1"))),
        ("profile", aep => aep.Profiles.FindByXidAsync("1")),
        ("profiles", aep => aep.Profiles.LookUpAsync([new ProfileIdentity("ECID", "1")])),
        ("end of a profile", aep => aep.Profiles.DeleteAsync("ECID", "1")),
        ("deletions", aep => aep.Profiles.Deletions.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("sample", aep => aep.Profiles.Sample.GetStatusAsync()),
        ("merge policies", aep => aep.Profiles.MergePolicies.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("merge policies by id", aep => aep.Profiles.MergePolicies.GetManyAsync(["1"])),
        ("new merge policy", aep => aep.Profiles.MergePolicies.CreateAsync(new MergePolicyDefinition("x"))),
        ("computed attributes", aep => aep.Profiles.ComputedAttributes.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("end of a computed attribute", aep => aep.Profiles.ComputedAttributes.DeleteAsync("1")),
        ("namespaces", aep => aep.Identities.Namespaces.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("new namespace", aep => aep.Identities.Namespaces.CreateAsync(
            new IdentityNamespaceDefinition("Loyalty", "Loyalty", IdentityType.CrossDevice))),
        ("graph", aep => aep.Identities.GetGraphsAsync(IdentityGraphQuery.Members(IdentityReference.ByCode("ECID", "1")))),
        ("sandboxes", aep => aep.Sandboxes.ListAllAsync().FirstOrDefaultAsync().AsTask()),
        ("new sandbox", aep => aep.Sandboxes.CreateAsync(new SandboxDefinition("x", "x", SandboxType.Development))),
        ("packages", aep => aep.Sandboxes.Packages.ListAsync().FirstOrDefaultAsync().AsTask()),
        ("end of a package", aep => aep.Sandboxes.Packages.DeleteAsync("1")),
        ("partners", aep => aep.Sandboxes.Sharing.ListPartnershipsAsync(true).FirstOrDefaultAsync().AsTask()),
        ("transfer", aep => aep.Sandboxes.Sharing.ShareAsync("1", ["x@AdobeOrg"])),
        ("labels", aep => aep.Governance.Labels.ListAsync(GovernanceContainer.Core).FirstOrDefaultAsync().AsTask()),
        ("new label", aep => aep.Governance.Labels.CreateOrReplaceAsync("X1", "x")),
        ("evaluation of labels", aep => aep.Governance.EvaluateLabelsAsync(MarketingActionReference.DataScience, ["C9"])),
        ("evaluation of data", aep => aep.Governance.EvaluateAsync(
            MarketingActionReference.DataScience, [GovernedEntity.Dataset("1")])),
        ("evaluation in bulk", aep => aep.Governance.EvaluateInBulkAsync(
            [BulkEvaluation.OfLabels(MarketingActionReference.DataScience, "C9")])),
        ("new marketing action", aep => aep.Governance.MarketingActions.CreateOrReplaceAsync("x")),
        ("end of a policy", aep => aep.Governance.Policies.DeleteAsync("1")),
        ("labels of a dataset", aep => aep.Datasets.Labels.GetAsync("1")),
        ("new labels of a dataset", aep => aep.Datasets.Labels.PutAsync("1", new DatasetLabels())),
        ("expirations", aep => aep.Datasets.Expirations.ListAsync().FirstOrDefaultAsync().AsTask()),
    ];

    [Fact]
    public async Task Client_and_platform_name_the_same_permission()
    {
        var whole = new Platform();
        await whole.InitializeAsync();
        string[] all = [.. await whole.Aep.Access.GetPermissionNamesAsync()];
        await whole.DisposeAsync();
        var platform = new Platform { Denied = all };
        await platform.InitializeAsync();
        var different = new List<string>();
        foreach ((string call, Func<AepClient, Task> send) in Calls)
        {
            AepPermissionException refused = await Assert.ThrowsAsync<AepPermissionException>(() => send(platform.Aep));
            string needed = Named().Match(refused.Message).Groups["name"].Value;
            if (needed.Length == 0 || refused.NeededPermission?.Contains(needed, StringComparison.Ordinal) != true)
                different.Add($"{call}: the platform needs “{needed}”, the client says “{refused.NeededPermission}”");
        }
        await platform.DisposeAsync();
        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    [GeneratedRegex(@"The permission [a-z-]+ \((?<name>[^)]+)\) is needed")]
    private static partial Regex Named();
}
