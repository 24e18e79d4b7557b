using Aep.Sdk.Datasets;
using Aep.Sdk.IntegrationTests.Audiences;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>People and wide events on a platform whose folders that stand for clouds can be looked into.</summary>
public sealed class CloudPeople : People, IAsyncLifetime
{
    public const int Events = 200;

    private readonly DirectoryInfo _folder;

    public CloudPeople()
        : this(Directory.CreateTempSubdirectory("aep-clouds"))
    {
    }

    private CloudPeople(DirectoryInfo folder)
        : base(new Platform { DataFolder = folder.FullName }) => _folder = folder;

    /// <summary>The dataset of the events.</summary>
    public string EventsId { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        XdmSchema model = XdmSchema.From(FlowJson.Default.WideEvent, "Wide events", XdmClasses.ExperienceEvent);
        AppliedSchema applied = await Aep.Schemas.ApplyAsync(model);
        EventsId = (await Aep.Datasets.GetOrCreateAsync(new DatasetDefinition("Wide events", applied.Schema.Id))).Id;
        await Aep.Ingestion.IngestAsync(EventsId, WideEvent.Many(Events).ToAsyncEnumerable(), FlowJson.Default.WideEvent);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The files below a folder of a cloud, by the paths that they would have there.</summary>
    public IReadOnlyDictionary<string, string> FilesOf(string cloud, string folder)
    {
        string root = Path.Combine(_folder.FullName, "destinations", Platform.Emulator.SandboxName, cloud);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Uri.UnescapeDataString(Path.GetRelativePath(root, file)).Replace('\\', '/'))
            .Where(file => file.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).ToDictionary();
    }
}
