using System.Net.Http.Json;
using System.Text.Json;
using Aep.Sdk.Core.Errors;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Datasets;

/// <summary>Dataset Service: the data usage labels of datasets (/data/foundation/dataset).</summary>
public class DatasetLabelsClient
{
    private const int Attempts = 3;
    private readonly IDatasetLabelsApi _api;
    private readonly DatasetsClient _datasets;
    private readonly Lazy<ColumnLabels> _columns;

    internal DatasetLabelsClient(IDatasetLabelsApi api, DatasetsClient datasets, Func<ColumnLabels> columns)
    {
        _api = api;
        _datasets = datasets;
        _columns = new Lazy<ColumnLabels>(columns);
    }

    /// <summary>For substitutes in tests.</summary>
    protected DatasetLabelsClient()
    {
        _api = null!;
        _datasets = null!;
        _columns = null!;
    }

    /// <summary>The labels of a dataset; none when it was never labelled. GET /datasets/{DATASET_ID}/labels.</summary>
    public virtual async Task<DatasetLabels> GetAsync(string datasetId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadAsync(datasetId, _api.GetAsync(datasetId, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (AepNotFoundException)
        {
            return new DatasetLabels(); // Dataset Service knows only datasets that were labelled
        }
    }

    /// <summary>
    /// Writes the labels as they were read and changed, in place of all that are there: <c>PUT</c> with <c>If-Match</c>, or <c>POST</c> for
    /// a dataset that had none. Returns their new version.
    /// </summary>
    /// <exception cref="ArgumentException">A dataset without labels is to get labels of fields; nothing was sent.</exception>
    /// <exception cref="AepConflictException">Somebody else has written them meanwhile, or a policy forbids them.</exception>
    /// <exception cref="AepRequestException">Labels of fields are new: they can only become fewer.</exception>
    public virtual Task<DatasetLabels> PutAsync(string datasetId, DatasetLabels labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.ETag is { } version)
            return ReadAsync(
                datasetId, _api.ReplaceAsync(datasetId, version, DatasetLabelsBody.Next(datasetId, labels), cancellationToken),
                cancellationToken);
        return labels.Fields.Count == 0
            ? CreateAsync(datasetId, labels, cancellationToken)
            : throw new ArgumentException(
                "Fields of a dataset take no labels of their own. Put them on the fields of its schema: with PropagateAsync, or as a "
                    + "LabelDescriptor.",
                nameof(labels));
    }

    private async Task<DatasetLabels> CreateAsync(string datasetId, DatasetLabels labels, CancellationToken cancellationToken)
    {
        try
        {
            Task<HttpResponseMessage> create =
                _api.CreateAsync(datasetId, DatasetLabelsBody.First(datasetId, labels), cancellationToken);
            return await ReadAsync(datasetId, create, cancellationToken).ConfigureAwait(false);
        }
        catch (AepPermissionException refused)
        {
            // 403 stands for a missing permission, and for labels that somebody else has written meanwhile.
            DatasetLabels present = await GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
            if (present.ETag is null)
                throw;
            throw AepConflictException.BecauseOf(refused, "Somebody else has labelled the dataset", present.ETag);
        }
    }

    /// <summary>Takes all labels of a dataset away. DELETE /datasets/{DATASET_ID}/labels.</summary>
    /// <param name="datasetId">The dataset.</param>
    /// <param name="labels">The labels as they were read.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ArgumentException">The dataset had none when it was read.</exception>
    /// <exception cref="AepConflictException">Somebody else has written them meanwhile.</exception>
    public virtual Task DeleteAsync(string datasetId, DatasetLabels labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return _api.DeleteAsync(
            datasetId, labels.ETag ?? throw new ArgumentException($"The dataset {datasetId} has no labels.", nameof(labels)),
            cancellationToken);
    }

    /// <summary>
    /// Gives a derived dataset, such as one of <c>CREATE TABLE AS</c>, the labels of its source: those of the source as a whole, and those
    /// of its fields, also where the schema or a field group carries them. A column gets the labels of the field in the same place, or else
    /// of those with its name in any case. Labels of columns go to the fields of the derived dataset's schema, and hold for all datasets of
    /// it. Labels that are there already stay.
    /// </summary>
    /// <remarks>A column that was renamed has to be named: see the other overload of this call, which may come after this one.</remarks>
    /// <param name="sourceId">The dataset that the data comes from.</param>
    /// <param name="derivedId">The dataset that was made of it.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="AepException">One of the datasets has no schema.</exception>
    public virtual Task<PropagatedLabels> PropagateAsync(
        string sourceId, string derivedId, CancellationToken cancellationToken = default) =>
        PropagateAsync(sourceId, derivedId, async (source, derived, labels) =>
        {
            if (labels.Count == 0)
                return [];
            DerivedColumns columns = await _columns.Value.MatchAsync(source, derived, cancellationToken).ConfigureAwait(false);
            return labels.SelectMany(field => columns.From(field.Key).SelectMany(column => field.Select(label => (column, label))));
        }, cancellationToken);

    /// <summary>
    /// Gives columns of a derived dataset the labels of the columns that they come from, and the dataset those of the source as a whole.
    /// Labels of columns go to the fields of the derived dataset's schema, and hold for all datasets of it. Labels that are there already
    /// stay. A label of an object counts for its members.
    /// </summary>
    /// <param name="sourceId">The dataset that the data comes from.</param>
    /// <param name="derivedId">The dataset that was made of it.</param>
    /// <param name="columns">
    /// From a path in the source's schema to the path in the derived dataset's schema, with or without the word <c>properties</c>:
    /// <c>/_acme/age</c>, <c>/properties/_acme/properties/age</c>.
    /// </param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="AepException">One of the datasets has no schema.</exception>
    /// <exception cref="AepRequestException">The derived dataset's schema has no such field.</exception>
    public virtual Task<PropagatedLabels> PropagateAsync(
        string sourceId, string derivedId, IReadOnlyDictionary<string, string> columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return PropagateAsync(sourceId, derivedId, (_, _, labels) => Task.FromResult(columns.SelectMany(column =>
            WithParents(ColumnLabels.Plain(column.Key)).SelectMany(path => labels[path])
                .Select(label => (ColumnLabels.Plain(column.Value), label)))), cancellationToken);
    }

    // The columns say, of the labels of the source's fields, which labels go to which field of the derived schema.
    private async Task<PropagatedLabels> PropagateAsync(
        string sourceId, string derivedId,
        Func<string, string, ILookup<string, string>, Task<IEnumerable<(string Path, string Label)>>> columns,
        CancellationToken cancellationToken)
    {
        string source = await SchemaOfAsync(sourceId, cancellationToken).ConfigureAwait(false);
        string derived = await SchemaOfAsync(derivedId, cancellationToken).ConfigureAwait(false);
        DatasetLabels own = await GetAsync(sourceId, cancellationToken).ConfigureAwait(false);
        ILookup<string, string> labels = await _columns.Value.OfAsync(source, own, cancellationToken).ConfigureAwait(false);
        IEnumerable<(string Path, string Label)> pairs = await columns(source, derived, labels).ConfigureAwait(false);
        ILookup<string, string> carried =
            pairs.Distinct().ToLookup(item => item.Path, item => item.Label, StringComparer.Ordinal);
        await _columns.Value.AddAsync(derived, carried, cancellationToken).ConfigureAwait(false);
        return new PropagatedLabels(
            await AddAsync(derivedId, own.Labels, cancellationToken).ConfigureAwait(false),
            [.. carried.Select(field => new FieldLabels { Option = FieldAt(derived, field.Key), Labels = [.. field] })]);
    }

    private async Task<DatasetLabels> AddAsync(string datasetId, IReadOnlyList<string> labels, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            DatasetLabels present = await GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
            string[] added = [.. labels.Except(present.Labels)];
            if (added.Length == 0)
                return present;
            try
            {
                DatasetLabels more = present with { Labels = [.. present.Labels, .. added] };
                return await PutAsync(datasetId, more, cancellationToken).ConfigureAwait(false);
            }
            catch (AepConflictException) when (attempt < Attempts)
            {
                // somebody was faster: add to what they wrote
            }
        }
    }

    private static IEnumerable<string> WithParents(string path)
    {
        for (; path.Length > 0; path = path[..path.LastIndexOf('/')])
            yield return path;
    }

    private static LabelledField FieldAt(string schemaId, string path) =>
        new() { Id = schemaId, ContentType = SchemaContentType.Full, SchemaPath = path };

    private async Task<string> SchemaOfAsync(string datasetId, CancellationToken cancellationToken)
    {
        Dataset dataset = await _datasets.GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
        return dataset.SchemaRef?.Id ?? throw new AepException($"The dataset {datasetId} ({dataset.Name}) has no schema.");
    }

    private static async Task<DatasetLabels> ReadAsync(
        string datasetId, Task<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await answer.ConfigureAwait(false);
        if (await ResponseErrors.FromStatusAsync(response).ConfigureAwait(false) is { } error)
            throw error;
        try
        {
            JsonElement body =
                await response.Content.ReadFromJsonAsync(DatasetsJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
            return DatasetLabelsAnswer.Read(body, datasetId) with
            {
                ETag = response.Headers.TryGetValues("ETag", out IEnumerable<string>? values) ? values.First() : null,
            };
        }
        catch (JsonException exception)
        {
            throw (await ResponseErrors.FromUnreadableAsync(response, exception).ConfigureAwait(false))!;
        }
    }
}
