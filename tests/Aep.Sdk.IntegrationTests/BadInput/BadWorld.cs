using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Parquet;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>A platform with a dataset of shop events, and what there is on it.</summary>
internal sealed class BadWorld(AepClient aep, Dataset dataset, StreamingInlet inlet, DirectoryInfo folder)
{
    private static readonly IngestionOptions WithDiagnostics = new() { EnableErrorDiagnostics = true };

    public AepClient Aep => aep;

    public Dataset Dataset => dataset;

    public StreamingInlet Inlet => inlet;

    public static async Task<BadWorld> CreateAsync(AepClient aep)
    {
        Dataset dataset = await ShopEvent.CreateDatasetAsync(aep, "Bad input");
        await aep.Ingestion.IngestAsync(dataset.Id, new[] { Event() }.ToAsyncEnumerable(),
            ShopJson.Default.JsonObject); // so that its schema is bound
        StreamingInlet inlet = await aep.Ingestion.Streaming.GetOrCreateInletAsync(new StreamingInletDefinition("Bad input", dataset.Id));
        return new BadWorld(aep, dataset, inlet, Directory.CreateTempSubdirectory("aep-bad-"));
    }

    /// <summary>An event that fits, with members of its own or in the tenant's namespace in place of those that it has.</summary>
    public static JsonObject Event(string members = "{}", string fields = "{}")
    {
        JsonObject row =
            JsonNode.Parse("""{"_id":"1","timestamp":"2026-03-01T14:30:00Z","_aeplocal":{"userId":"7","visits":1}}""")!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(members)!.AsObject())
            row[name] = value?.DeepClone();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(fields)!.AsObject())
            row["_aeplocal"]![name] = value?.DeepClone();
        return row;
    }

    /// <summary>Ingests a row that fits and then the one that does not.</summary>
    public Task IngestAsync(JsonObject? row, IngestionOptions? options = null) => aep.Ingestion.IngestAsync(
        dataset.Id, new[] { Event(), row! }.ToAsyncEnumerable(), ShopJson.Default.JsonObject, options ?? WithDiagnostics);

    /// <summary>Ingests a file of this content.</summary>
    public async Task IngestFileAsync(string name, byte[] content)
    {
        string path = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(path, content);
        try
        {
            await aep.Ingestion.IngestFilesAsync(dataset.Id, path, WithDiagnostics);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Ingests a folder with these files, empty but for a line.</summary>
    public async Task IngestFolderAsync(params string[] names)
    {
        DirectoryInfo inner = folder.CreateSubdirectory("inner");
        foreach (string name in names)
            await File.WriteAllTextAsync(Path.Combine(inner.FullName, name), "_id\n1\n");
        await aep.Ingestion.IngestFilesAsync(dataset.Id, inner.FullName, WithDiagnostics);
    }

    /// <summary>All that a half-done creation could leave: resources, rows, batches that are still open.</summary>
    public async Task<string> SnapshotAsync()
    {
        List<Batch> batches = await aep.Datasets.Batches.ListAsync(dataset.Id).ToListAsync();
        int open = batches.Count(batch => batch.Status != BatchStatus.Success && !BatchStates.EndedBadly(batch.Status));
        int rows = await aep.Datasets.ReadAsync(dataset.Id, ShopJson.Default.ShopKey).CountAsync();
        return string.Join(
            ", ",
            $"{await aep.Schemas.ListAsync().CountAsync()} schemas",
            $"{await aep.Schemas.FieldGroups.ListAsync().CountAsync()} field groups",
            $"{await aep.Schemas.Descriptors.ListAsync().CountAsync()} descriptors",
            $"{await aep.Datasets.ListAsync().CountAsync()} datasets",
            $"{await aep.Flows.Connections.ListAsync().CountAsync()} connections",
            $"{await aep.Datasets.Expirations.ListAsync().CountAsync()} expirations",
            $"{open} open batches",
            $"{rows} rows",
            $"schema version {(await aep.Schemas.GetAsync(dataset.SchemaRef!.Id)).Version}");
    }

    public void Delete() => folder.Delete(recursive: true);
}
