using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Governance;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>Each permission that the samples need is taken away: the check of the connection and the call that needs it name it.</summary>
public sealed class PermissionTests
{
    private static readonly Dictionary<string, Func<AepClient, Task>> Calls = new()
    {
        ["schemas"] = aep => aep.Schemas.CreateAsync(new SchemaDefinition("Shop", XdmClasses.ExperienceEvent, [])),
        ["datasets"] = aep => aep.Datasets.CreateAsync(new DatasetDefinition("Shop", "https://ns.adobe.com/aeplocal/schemas/1")),
        ["landing zone"] = aep => aep.LandingZones.GetCredentialsAsync(LandingZoneType.UserDropZone),
        ["connections"] = aep => aep.Flows.CreateAsync(
            new FlowDefinition("Shop", new SpecReference("1")) { SourceConnectionIds = [], TargetConnectionIds = [] }),
        ["activation"] = aep => aep.PostJsonAsync(
            "/data/core/activation/disflowprovider/adhocrun", "{}", Text.Default.String, Text.Default.String),
        ["dataset activation"] = async aep =>
        {
            Schema schema = await aep.Schemas.CreateAsync(new SchemaDefinition("Shop", XdmClasses.ExperienceEvent, []));
            Dataset dataset = await aep.Datasets.CreateAsync(new DatasetDefinition("Shop", schema.Id));
            await aep.Destinations.ExportDatasetAsync(dataset.Id, LandingZoneExport.Parquet("shop"));
        },
        ["queries"] = aep => aep.Queries.StartAsync(new QueryDefinition($"SELECT 1")),
        ["profiles"] = aep => aep.Profiles.FindAsync("ECID", "1"),
        ["profile deletion"] = aep => aep.Profiles.Deletions.StartAsync("1"),
        ["segments"] = aep => aep.Segmentation.CreateAsync(new SegmentDefinition("Shop", Pql.Text("person.name.lastName = \"x\""))),
        ["evaluation"] = aep => aep.Segmentation.EvaluateAsync("1"),
        ["policies"] = aep => aep.Governance.EvaluateLabelsAsync(MarketingActionReference.DataScience, ["C9"]),
    };

    [Theory]
    [InlineData("manage-schemas", "Data Modeling: Manage Schemas", "schemas")]
    [InlineData("manage-datasets", "Data Management: Manage Datasets", "datasets")]
    [InlineData("view-sources,manage-sources,manage-destinations", "Data Ingestion: View Sources", "landing zone")]
    [InlineData("manage-sources,manage-destinations", "Data Ingestion: Manage Sources", "connections")]
    [InlineData("manage-sources,manage-destinations", "Destinations: Manage Destinations", "connections")]
    [InlineData("activate-destinations", "Destinations: Activate Destinations", "activation")]
    [InlineData("manage-and-activate-dataset-destinations", "Destinations: Manage and Activate Dataset Destinations", "dataset activation")]
    [InlineData("manage-queries", "Query Service: Manage Queries", "queries")]
    [InlineData("view-profiles,manage-profiles", "Profile Management: View Profiles", "profiles")]
    [InlineData("manage-profiles", "Profile Management: Manage Profiles", "profile deletion")]
    [InlineData("manage-segments", "Profile Management: Manage Segments", "segments")]
    [InlineData("evaluate-segments", "Profile Management: Evaluate a Segment to an Audience", "evaluation")]
    [InlineData("view-dule-policies,manage-dule-policies", "Data Governance: View Data Usage Policies", "policies")]
    public async Task A_permission_that_is_missing_is_named_by_the_check_and_by_the_call(string taken, string name, string call)
    {
        var platform = new Platform { Denied = taken.Split(',') };
        await platform.InitializeAsync();
        try
        {
            ConnectionReport report = await platform.Aep.VerifyConnectionAsync();
            string[] missing = [.. report.Checks.Where(check => check.Outcome == CheckOutcome.Missing).Select(check => check.Name)];
            Assert.Contains(name, missing);
            Assert.True(missing.Length <= taken.Split(',').Length, string.Join(", ", missing));
            Assert.False(report.IsUsable);

            AepPermissionException refused = await Assert.ThrowsAsync<AepPermissionException>(() => Calls[call](platform.Aep));
            Assert.Contains(name, refused.NeededPermission);
            Assert.Contains(name, refused.Message);
            Assert.Contains("An administrator grants it", refused.Message);
        }
        finally
        {
            await platform.DisposeAsync();
        }
    }

    [Fact]
    public async Task With_all_permissions_nothing_is_missing()
    {
        var platform = new Platform();
        await platform.InitializeAsync();
        ConnectionReport report = await platform.Aep.VerifyConnectionAsync();
        Assert.True(report.IsUsable, string.Join("\n", report.Checks));
        Assert.DoesNotContain(report.Checks, check => check.Outcome == CheckOutcome.Unknown);
        await platform.DisposeAsync();
    }
}
