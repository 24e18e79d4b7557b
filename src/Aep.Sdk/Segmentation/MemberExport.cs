using Aep.Sdk.Datasets;
using Aep.Sdk.Queries;

namespace Aep.Sdk.Segmentation;

/// <summary>
/// A dataset that takes the members of a segment, until they have been read. Query Service reads it: it streams, and gives the chosen
/// fields
/// alone, whatever files the export has written.
/// </summary>
internal sealed class MemberExport(ProfileExportsClient exports, DatasetsClient datasets, QueriesClient queries)
{
    private const string ProfileUnion = "https://ns.adobe.com/xdm/context/profile__union";

    /// <returns>The dataset, with the members in it; whoever reads it deletes it.</returns>
    public async Task<Dataset> RunAsync(string segmentId, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        string name = $"Members of {segmentId} ({Guid.NewGuid():N})";
        Dataset? dataset = null;
        try
        {
            dataset = await datasets.CreateAsync(new DatasetDefinition(name, ProfileUnion), cancellationToken).ConfigureAwait(false);
            var definition = new ProfileExportDefinition(dataset.Id) { SegmentIds = [segmentId], Fields = fields };
            ProfileExportOperation export = await exports.StartAsync(definition, cancellationToken).ConfigureAwait(false);
            await export.WaitForCompletionAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return await datasets.GetAsync(dataset.Id, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // It may have been created although the answer was lost, or nobody waited for it.
            Dataset? left = dataset ?? await datasets.FindByNameAsync(name, CancellationToken.None).ConfigureAwait(false);
            if (left is not null) await DeleteAsync(left).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The rows; each field is a column with the name of its last part.</summary>
    public IAsyncEnumerable<T> ReadAsync<T>(
        Dataset dataset, IReadOnlyList<string> fields, Func<QueryRow, T> map, CancellationToken cancellationToken)
    {
        SqlStatement columns = SqlStatement.Join(", ", fields.Select(field => Column(field)));
        SqlStatement sql = $"SELECT {columns} FROM {Sql.Table(dataset.TableName)}";
        return queries.QueryAsync(sql, map, new QueryOptions { AllRows = true }, cancellationToken);
    }

    // Also when the caller has given up: the dataset is of no use to anybody else.
    public Task DeleteAsync(Dataset dataset) => datasets.DeleteAsync(dataset.Id, CancellationToken.None);

    private static SqlStatement Column(string field) => $"{Sql.Path(field)} AS {Sql.Column(field[(field.LastIndexOf('.') + 1)..])}";
}
