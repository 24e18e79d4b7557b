using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Datasets;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>A platform with a hundred people in its profile store: user ids, and scores from 0 to 0.99.</summary>
public class People : IAsyncLifetime
{
    public const int Count = 100;

    public People()
        : this(new Platform())
    {
    }

    protected People(Platform platform) => Platform = platform;

    public Platform Platform { get; }

    public AepClient Aep => Platform.Aep;

    public string DatasetId { get; private set; } = "";

    public Task<LandingZoneContainer> OpenZoneAsync() => Platform.OpenZoneAsync(LandingZoneType.UserDropZone);

    public virtual async Task InitializeAsync()
    {
        await Platform.InitializeAsync();
        JsonObject Field(string type) => new() { ["title"] = type, ["type"] = type };
        var properties = new JsonObject { ["userid"] = Field("string"), ["score"] = Field("number"), ["nothing"] = Field("string") };
        FieldGroup fields = await Aep.Schemas.FieldGroups.GetOrCreateAsync(
            new FieldGroupDefinition("People fields", properties, [XdmClasses.IndividualProfile]));
        Schema schema = await Aep.Schemas.GetOrCreateAsync(new SchemaDefinition("People", XdmClasses.IndividualProfile, [fields.Id]));
        await Aep.Schemas.Descriptors.GetOrCreateAsync(new IdentityDescriptor
        {
            SourceSchema = schema.Id,
            SourceProperty = "/_aeplocal/userid",
            Namespace = "ECID",
            IsPrimary = true,
        });
        await Aep.Schemas.EnableForProfileAsync(schema.Id);
        Dataset dataset = await Aep.Datasets.GetOrCreateAsync(new DatasetDefinition("People", schema.Id) { ProfileEnabled = true });
        DatasetId = dataset.Id;
        await Aep.Ingestion.IngestAsync(dataset.Id, Rows().ToAsyncEnumerable(), PeopleJson.Default.JsonObject);
    }

    public Task DisposeAsync() => Platform.DisposeAsync();

    public async Task<Segment> EvaluateAsync(string name, SegmentExpression rule)
    {
        Segment segment = await Aep.Segmentation.GetOrCreateAsync(new SegmentDefinition(name, rule));
        await (await Aep.Segmentation.EvaluateAsync(segment.Id)).WaitForCompletionAsync();
        return segment;
    }

    private static IEnumerable<JsonObject> Rows() => Enumerable.Range(0, Count).Select(number => new JsonObject
    {
        ["_id"] = $"{number}",
        ["_aeplocal"] = new JsonObject { ["userid"] = $"user-{number}", ["score"] = number / 100.0 },
    });
}
