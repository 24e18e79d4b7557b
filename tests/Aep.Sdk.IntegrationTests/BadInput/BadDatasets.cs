using Aep.Sdk.Datasets;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Datasets and what belongs to them.</summary>
internal static class BadDatasets
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        new("dataset", "a schema that does not exist", "schemas/none", world =>
            world.Aep.Datasets.CreateAsync(new DatasetDefinition("Bad", "https://ns.adobe.com/aeplocal/schemas/none"))),
        new("dataset", "for Profile, with a schema that is not", "rofile", world =>
            world.Aep.Datasets.CreateAsync(new DatasetDefinition("Bad", world.Dataset.SchemaRef!.Id) { ProfileEnabled = true })),
        new("dataset", "the name of one with another schema", "Use another name", world =>
            world.Aep.Datasets.GetOrCreateAsync(new DatasetDefinition("Bad input", "https://ns.adobe.com/aeplocal/schemas/none"))),
        new("expiration", "a date in the past", "expiry", world =>
            world.Aep.Datasets.Expirations.SetAsync(world.Dataset.Id, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))),
        new("batch", "for a dataset that does not exist", "none", world => world.Aep.Ingestion.IngestFilesAsync(
            "none", typeof(BadDatasets).Assembly.Location, new() { Format = Ingestion.IngestionFormat.Json })),
    ];
}
