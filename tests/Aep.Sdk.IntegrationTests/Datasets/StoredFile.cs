using Aep.Sdk.Datasets;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>A dataset of one batch with one file of one part, in memory: what stands in for the client.</summary>
internal sealed class StoredFile(byte[] content) : DatasetsClient
{
    public override BatchesClient Batches => new OneBatch();

    public override DatasetFilesClient Files => new OneFile(content);

    private static AepPageable<T> One<T>(T item) => AepPageable<T>.FromPages([new AepPage<T>([item], null)]);

    private sealed class OneBatch : BatchesClient
    {
        public override AepPageable<Batch> ListAsync(string datasetId, BatchStatus? status = null) =>
            One(new Batch { Id = "b", Status = BatchStatus.Success });
    }

    private sealed class OneFile(byte[] content) : DatasetFilesClient
    {
        public override AepPageable<DatasetFile> ListAsync(string batchId) => One(new DatasetFile { Id = "b-1" });

        public override AepPageable<FilePart> ListPartsAsync(string fileId) =>
            One(new FilePart { Name = "part.parquet", Length = content.Length });

        public override Task<Stream> OpenAsync(string fileId, string name, CancellationToken cancellationToken = default) =>
            Task.FromResult<Stream>(new MemoryStream(content));
    }
}
