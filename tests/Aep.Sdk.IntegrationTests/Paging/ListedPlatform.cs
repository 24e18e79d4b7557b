using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Paging;

/// <summary>A platform with some of everything that has a listing. Titles are such as trip a sort up.</summary>
public sealed class ListedPlatform : Platform, IAsyncLifetime
{
    public const int Count = 8;

    public static readonly string[] Titles = ["2", "10", "1a", "1e1", "a&b=c", "A", "ä", "x'y\"z"];

    public static readonly string[] Names =
    [
        "datasets", "batches", "last batches", "view files", "dataset files", "expirations", "schemas", "whole schemas",
            "schemas downwards", "by creation",
        "field groups", "standard field groups", "classes", "standard classes", "data types", "standard data types", "descriptors",
            "ids of descriptors",
        "paths of descriptors", "unions",
    ];

    public List<string> DatasetIds { get; } = [];

    public IReadOnlyList<string> FileBatches { get; private set; } = [];

    public string ShopId { get; private set; } = "";

    private string ViewId { get; set; } = "";

    async Task IAsyncLifetime.InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (string title in Titles)
            await MakeAsync(title);
        var days = Enumerable.Range(0, Count).Select(number =>
            new ShopEvent { Id = $"{number}", Timestamp = DateTimeOffset.UnixEpoch.AddDays(20_000) });
        Dataset shop = await ShopEvent.CreateDatasetAsync(Aep, "Shop");
        DatasetIds.Add(shop.Id);
        ShopId = shop.Id;
        ViewId = shop.ViewId!;
        IngestionResult result = await Aep.Ingestion.IngestAsync(
            shop.Id, days.ToAsyncEnumerable(), ShopJson.Default.ShopEvent, new IngestionOptions { RecordsPerBatch = 1 });
        FileBatches = result.BatchIds;
    }

    /// <summary>The ids of a listing, read by pages of a size.</summary>
    public Func<int, IAsyncEnumerable<string>> Listing(string name) => name switch
    {
        "datasets" => size => Read(Aep.Datasets.ListAsync(), size, item => item.Id),
        "batches" => size => Read(Aep.Datasets.Batches.ListAsync(new BatchQuery()), size, item => item.Id),
        "last batches" => size => Read(Aep.Datasets.Batches.ListLastAsync(), size, item => item.DatasetId),
        "view files" => size => Read(Aep.Datasets.Objects.ListViewFilesAsync(ShopId, ViewId), size, item => item.Id),
        "dataset files" => size => Read(Aep.Datasets.Objects.ListAsync(CatalogObjectType.DatasetFiles), size, item => item.Id),
        "expirations" => size => Read(Aep.Datasets.Expirations.ListAsync(), size, item => item.Id),
        "schemas" => size => Read(Aep.Schemas.ListAsync(), size, item => item.Id),
        "whole schemas" => size => Read(Aep.Schemas.ListWholeAsync(), size, item => item.Id),
        "schemas downwards" => size => Read(Aep.Schemas.ListAsync(new RegistryQuery { OrderBy = "-title" }), size, item => item.Id),
        "by creation" => size => Read(Aep.Schemas.ListAsync(new RegistryQuery { OrderBy = "meta:created,title" }), size, item => item.Id),
        "field groups" => size => Read(Aep.Schemas.FieldGroups.ListAsync(), size, item => item.Id),
        "standard field groups" => size => Read(Aep.Schemas.FieldGroups.ListAsync(RegistryQuery.Global), size, item => item.Id),
        "classes" => size => Read(Aep.Schemas.Classes.ListAsync(), size, item => item.Id),
        "standard classes" => size => Read(Aep.Schemas.Classes.ListAsync(RegistryQuery.Global), size, item => item.Id),
        "data types" => size => Read(Aep.Schemas.DataTypes.ListAsync(), size, item => item.Id),
        "standard data types" => size => Read(Aep.Schemas.DataTypes.ListAsync(RegistryQuery.Global), size, item => item.Id),
        "descriptors" => size => Read(Aep.Schemas.Descriptors.ListAsync(), size, item => item.Id!),
        "ids of descriptors" => size => Read(Aep.Schemas.Descriptors.ListIdsAsync(), size, item => item),
        "paths of descriptors" => size => Read(Aep.Schemas.Descriptors.ListPathsAsync(), size, item => item),
        "unions" => size => Read(Aep.Schemas.Unions.ListAsync(), size, item => item.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static IAsyncEnumerable<string> Read<T>(AepPageable<T> listing, int size, Func<T, string> id) =>
        listing.AsPagesAsync(pageSize: size).SelectMany(page => page.Items.ToAsyncEnumerable()).Select(id);

    // A class of its own for each, so that there are as many unions; the dataset's expiration is far away.
    private async Task MakeAsync(string title)
    {
        var fields = new JsonObject { ["key"] = new JsonObject { ["type"] = "string", ["title"] = "Key" } };
        XdmClass type =
            await Aep.Schemas.Classes.CreateAsync(new ClassDefinition($"{title} class", XdmBehaviors.Record) { TenantProperties = fields });
        await Aep.Schemas.DataTypes.CreateAsync(new DataTypeDefinition($"{title} data type", fields.DeepClone().AsObject()));
        await Aep.Schemas.FieldGroups.CreateAsync(new FieldGroupDefinition($"{title} fields", fields.DeepClone().AsObject(), [type.Id]));
        Schema schema = await Aep.Schemas.CreateAsync(new SchemaDefinition(title, type.Id, []));
        string tenant = await Aep.Schemas.GetTenantIdAsync();
        await Aep.Schemas.Descriptors.CreateAsync(new IdentityDescriptor
        {
            SourceSchema = schema.Id,
            SourceProperty = $"/_{tenant}/key",
            Namespace = "ECID",
            IsPrimary = true,
        });
        await Aep.Schemas.EnableForProfileAsync(schema.Id);
        Dataset dataset = await Aep.Datasets.CreateAsync(new DatasetDefinition(title, schema.Id));
        DatasetIds.Add(dataset.Id);
        await Aep.Datasets.Batches.CreateAsync(BatchRecord.Of(dataset.Id, BatchStatus.Success));
        await Aep.Datasets.Expirations.SetAsync(dataset.Id, DateTimeOffset.UtcNow.AddYears(50));
    }
}
