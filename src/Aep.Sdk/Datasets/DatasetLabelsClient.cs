using System.Net.Http.Json;
using System.Text.Json;
using Aep.Sdk.Core.Errors;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Datasets;

/// <summary>Dataset Service: the data usage labels of datasets (/data/foundation/dataset).</summary>
public class DatasetLabelsClient
{
    private const int Attempts = 3;
    private readonly IDatasetLabelsApi _api;
    private readonly DatasetsClient _datasets;
    private readonly Lazy<SchemasClient> _schemas;

    internal DatasetLabelsClient(IDatasetLabelsApi api, DatasetsClient datasets, Lazy<SchemasClient> schemas) =>
        (_api, _datasets, _schemas) = (api, datasets, schemas);

    /// <summary>For substitutes in tests.</summary>
    protected DatasetLabelsClient() => (_api, _datasets, _schemas) = (null!, null!, null!);

    /// <summary>The labels of a dataset; none when it was never labelled. GET /datasets/{DATASET_ID}/labels.</summary>
    public virtual async Task<DatasetLabels> GetAsync(string datasetId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadAsync(_api.GetAsync(datasetId, cancellationToken), cancellationToken).ConfigureAwait(false);
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
    /// <exception cref="AepConflictException">Somebody else has written them meanwhile.</exception>
    /// <exception cref="AepRequestException">A policy forbids them.</exception>
    public virtual Task<DatasetLabels> PutAsync(string datasetId, DatasetLabels labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Task<HttpResponseMessage> answer = labels.ETag is { } version
            ? _api.ReplaceAsync(datasetId, version, labels, cancellationToken)
            : _api.CreateAsync(datasetId, labels, cancellationToken);
        return ReadAsync(answer, cancellationToken);
    }

    /// <summary>
    /// Gives a derived dataset, such as one of <c>CREATE TABLE AS</c>, the labels of its source: those of the source as a whole, and those of
    /// its fields, also where the schema or a field group carries them. A column gets the labels of the field in the same place, or else of
    /// those with its name in any case. Labels that the dataset has already stay.
    /// </summary>
    /// <remarks>A column that was renamed has to be named: see the other overload of this call, which may come after this one.</remarks>
    /// <param name="sourceId">The dataset that the data comes from.</param>
    /// <param name="derivedId">The dataset that was made of it.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The labels of the derived dataset.</returns>
    /// <exception cref="AepException">One of the datasets has no schema.</exception>
    public virtual async Task<DatasetLabels> PropagateAsync(
        string sourceId, string derivedId, CancellationToken cancellationToken = default)
    {
        DatasetLabels own = await GetAsync(sourceId, cancellationToken).ConfigureAwait(false);
        SchemaReference source = await SchemaOfAsync(sourceId, cancellationToken).ConfigureAwait(false),
            derived = await SchemaOfAsync(derivedId, cancellationToken).ConfigureAwait(false);
        SchemaLabels schemas = await SchemaLabels.ReadAsync(_schemas.Value, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<(string Label, string Field)> ofSchema = await schemas.OfAsync(source.Id, cancellationToken).ConfigureAwait(false);
        if (own.Fields.Count == 0 && ofSchema.Count == 0)
            return await AddAsync(derivedId, derived, new LabelMerge(own.Labels, []), cancellationToken).ConfigureAwait(false);

        var columns = new DerivedColumns(
            await _schemas.Value.GetFieldsAsync(source.Id, cancellationToken: cancellationToken).ConfigureAwait(false),
            await _schemas.Value.GetFieldsAsync(derived.Id, cancellationToken: cancellationToken).ConfigureAwait(false));
        IEnumerable<(string Field, IReadOnlyList<string> Labels)> labelled = own.Fields
            .Select(field => (Field: field.Option?.SchemaPath ?? "", field.Labels))
            .Concat(ofSchema.Select(found => (found.Field, (IReadOnlyList<string>)[found.Label])));
        LabelMerge merge = new(own.Labels,
            [.. labelled.SelectMany(one => columns.From(one.Field).Select(column => (column, one.Labels)))]);
        return await AddAsync(derivedId, derived, merge, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives columns of a derived dataset the labels of the columns that they come from, and the dataset those of the source as a whole;
    /// labels that they have already stay. When somebody else writes labels at the same moment, theirs are read and kept too.
    /// </summary>
    /// <param name="sourceId">The dataset that the data comes from.</param>
    /// <param name="derivedId">The dataset that was made of it.</param>
    /// <param name="columns">
    /// From a path in the source's schema (<c>/properties/age</c>) to the path in the derived dataset's schema.
    /// </param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The labels of the derived dataset.</returns>
    public virtual async Task<DatasetLabels> PropagateAsync(
        string sourceId, string derivedId, IReadOnlyDictionary<string, string> columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        DatasetLabels source = await GetAsync(sourceId, cancellationToken).ConfigureAwait(false);
        SchemaReference schema = await SchemaOfAsync(derivedId, cancellationToken).ConfigureAwait(false);
        LabelMerge merge = new(source.Labels,
            [.. source.Fields.Where(field => columns.ContainsKey(field.Option?.SchemaPath ?? ""))
                .Select(field => (columns[field.Option!.SchemaPath!], field.Labels))]);
        return await AddAsync(derivedId, schema, merge, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DatasetLabels> AddAsync(
        string derivedId, SchemaReference schema, LabelMerge merge, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            DatasetLabels derived = await GetAsync(derivedId, cancellationToken).ConfigureAwait(false);
            DatasetLabels merged = merge.Into(derived, path => FieldAt(schema, path));
            if (ReferenceEquals(merged, derived))
                return derived;
            try
            {
                return await PutAsync(derivedId, merged, cancellationToken).ConfigureAwait(false);
            }
            catch (AepConflictException) when (attempt < Attempts)
            {
                // somebody was faster: merge with what they wrote
            }
        }
    }

    private async Task<SchemaReference> SchemaOfAsync(string datasetId, CancellationToken cancellationToken)
    {
        Dataset dataset = await _datasets.GetAsync(datasetId, cancellationToken).ConfigureAwait(false);
        return dataset.SchemaRef ?? throw new AepException($"The dataset {datasetId} ({dataset.Name}) has no schema.");
    }

    private static LabelledField FieldAt(SchemaReference schema, string path) =>
        new() { Id = schema.Id, ContentType = SchemaContentType.Full, SchemaPath = path };

    private static async Task<DatasetLabels> ReadAsync(Task<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await answer.ConfigureAwait(false);
        if (await ResponseErrors.FromStatusAsync(response).ConfigureAwait(false) is { } error)
            throw error;
        try
        {
            DatasetLabels labels =
                (await response.Content.ReadFromJsonAsync(DatasetsJson.Default.DatasetLabels, cancellationToken).ConfigureAwait(false))
                .Required("/datasets/{DATASET_ID}/labels");
            return labels with { ETag = response.Headers.TryGetValues("ETag", out IEnumerable<string>? values) ? values.First() : null };
        }
        catch (JsonException exception)
        {
            throw (await ResponseErrors.FromUnreadableAsync(response, exception).ConfigureAwait(false))!;
        }
    }
}
