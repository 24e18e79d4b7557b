using Aep.Sdk;
using Aep.Sdk.Access;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Emulator;
using Aep.Sdk.Schemas;
using EndToEnd;
using Propensity.Steps;
using Propensity.Workflow;
using Samples.Tests.Support;

#pragma warning disable AEP0001 // No page of Adobe's documents the descriptor of labels.

namespace Samples.Tests.Workflow;

/// <summary>The failures that a user meets on a real organisation: each is told, and none is a stack trace.</summary>
public sealed class OrganisationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Missing_permissions_are_told_before_the_first_step_and_again_by_the_step_that_needs_one()
    {
        await using AepEmulator emulator = await AepEmulator.StartAsync(
            new AepEmulatorOptions { DeniedPermissions = ["manage-schemas", "manage-queries"] });
        await using SamplePlatform platform = await OpenAsync(emulator);
        var output = new StringWriter();
        await ConnectionNotes.ShowAsync(platform.Client, new PlainConsole(output), CancellationToken.None);
        Assert.Contains("Data Modeling: Manage Schemas", output.ToString());
        Assert.Contains("Query Service: Manage Queries", output.ToString());
        Assert.DoesNotContain("Manage Datasets", output.ToString());

        var refused = await Assert.ThrowsAsync<AepPermissionException>(() =>
            GenerateSyntheticData.RunAsync(platform.Client, Context(platform), CancellationToken.None));
        Assert.Contains("Manage Schemas", refused.Message);
    }

    [Fact]
    public async Task The_workflow_needs_no_other_permission_than_those_that_are_checked()
    {
        string[] others;
        await using (AepEmulator whole = await AepEmulator.StartAsync())
        await using (SamplePlatform all = await OpenAsync(whole))
        {
            HashSet<string> named = [.. (await all.Client.VerifyConnectionAsync()).Checks.Select(check => check.Name)];
            string product = (await all.Client.Access.Products.ListAsync().FirstAsync()).Id;
            PermissionSet[] sets = await all.Client.Access.Products.ListPermissionSetsAsync(product).ToArrayAsync();
            others = [.. sets.Where(set => !named.Contains($"{set.Category}: {set.Name}")).Select(set => set.Id!)];
            Assert.Equal(13, sets.Length - others.Length);
        }

        await using AepEmulator emulator = await AepEmulator.StartAsync(new AepEmulatorOptions { DeniedPermissions = others });
        await using SamplePlatform platform = await OpenAsync(emulator);
        WorkflowContext context = Context(platform, 300);
        Assert.Equal(0, await WholeWorkflow.RunAsync(platform.Client, context, CancellationToken.None));
        await WorkflowCleanUp.RunAsync(platform.Client, context, CancellationToken.None);
        Assert.DoesNotContain(
            await platform.Client.Datasets.ListAsync().ToListAsync(), dataset => dataset.Name.StartsWith("CMLE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_credential_that_lacks_nothing_is_not_spoken_of()
    {
        await using AepEmulator emulator = await AepEmulator.StartAsync();
        await using SamplePlatform platform = await OpenAsync(emulator);
        var output = new StringWriter();
        await ConnectionNotes.ShowAsync(platform.Client, new PlainConsole(output), CancellationToken.None);
        Assert.Equal("", output.ToString());
    }

    [Theory]
    [InlineData("client_secret", "wrong", "client_secret")]
    [InlineData("sandbox_name", "nowhere", "nowhere")]
    public async Task What_cannot_work_at_all_ends_with_one_message(string key, string value, string named)
    {
        await using AepEmulator emulator = await AepEmulator.StartAsync();
        string config = await ConfigAsync(emulator, key, value);
        await using SamplePlatform platform = await OpenAsync(config);
        var refused = await Assert.ThrowsAsync<WorkflowException>(() =>
            ConnectionNotes.ShowAsync(platform.Client, new PlainConsole(TextWriter.Null), CancellationToken.None));
        Assert.Contains(named, refused.Message);
        Assert.Equal(1, await SampleHost.RunAsync(
            "test", ["--target", "aep", "--config", config, "--out", _folder.Path],
            (_, _, _) => throw new InvalidOperationException("The step must not begin.")));
    }

    [Fact]
    public async Task A_label_of_the_events_keeps_the_training_data_in()
    {
        await using AepEmulator emulator = await AepEmulator.StartAsync();
        await using SamplePlatform platform = await OpenAsync(emulator);
        WorkflowContext context = Context(platform);
        await GenerateSyntheticData.RunAsync(platform.Client, context, CancellationToken.None);
        Dataset events = (await platform.Client.Datasets.FindByNameAsync(WorkflowNames.EventDataset))!;
        await platform.Client.Schemas.Descriptors.CreateAsync(new LabelDescriptor
        {
            SourceSchema = events.SchemaRef!.Id,
            SourceProperty = "/_aeplocal/userid",
            Labels = ["core/C9"],
        });
        await ExploreAndFeaturize.RunAsync(platform.Client, context, CancellationToken.None);
        var kept = await Assert.ThrowsAsync<GovernanceViolationException>(() =>
            ExportTrainingData.RunAsync(platform.Client, context, CancellationToken.None));
        Assert.Contains("C9", kept.Message);
        Assert.Contains("userId", kept.Message);
        Assert.Empty(await platform.Client.Flows.ListAsync().ToListAsync());
    }

    private static WorkflowContext Context(SamplePlatform platform, int users = 60) =>
        new(
            new RunOptions { Users = users, OutputFolder = Path.GetDirectoryName(platform.Config.Path)! },
            platform.Config, new PlainConsole(TextWriter.Null));

    private async Task<SamplePlatform> OpenAsync(AepEmulator emulator) => await OpenAsync(await ConfigAsync(emulator));

    private Task<SamplePlatform> OpenAsync(string config) =>
        SamplePlatform.OpenAsync(new RunOptions { ConfigFile = config, OutputFolder = _folder.Path }, CancellationToken.None);

    private async Task<string> ConfigAsync(AepEmulator emulator, string? key = null, string? value = null)
    {
        string path = _folder.File("config.ini");
        await using (Stream example = typeof(SamplePlatform).Assembly.GetManifestResourceStream("config.example.ini")!)
        await using (FileStream file = File.Create(path))
            await example.CopyToAsync(file);
        var config = AepIniFile.Load(path);
        config.Set("Platform", "ims_org_id", emulator.OrgId);
        config.Set("Platform", "sandbox_name", key == "sandbox_name" ? value! : emulator.SandboxName);
        config.Set("Platform", "platform_endpoint", emulator.SecurePlatformUrl.ToString());
        config.Set("Platform", "ims_endpoint", emulator.SecureImsUrl.ToString());
        config.Set("Platform", "trusted_certificate", emulator.CertificateFile);
        config.Set("Authentication", "client_id", emulator.ClientId);
        config.Set("Authentication", "client_secret", key == "client_secret" ? value! : emulator.ClientSecret);
        await config.SaveAsync();
        return path;
    }
}
