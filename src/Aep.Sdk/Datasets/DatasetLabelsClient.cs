using System.Net.Http.Json;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Datasets;

/// <summary>Dataset Service: the data usage labels of datasets (/data/foundation/dataset).</summary>
public class DatasetLabelsClient
{
    private const string FullSchema = "application/vnd.adobe.xed-full+json;version=1";
    private readonly RawRequests _raw;
    private readonly DatasetsClient _datasets;

    internal DatasetLabelsClient(AepPipeline pipeline, DatasetsClient datasets)
    {
        _raw = new RawRequests(pipeline);
        _datasets = datasets;
    }

    /// <summary>For substitutes in tests.</summary>
    protected DatasetLabelsClient()
    {
        _raw = null!;
        _datasets = null!;
    }

    /// <summary>The labels of a dataset; none when it was never labelled. GET /datasets/{DATASET_ID}/labels.</summary>
    public virtual async Task<DatasetLabels> GetAsync(string datasetId, CancellationToken cancellationToken = default)
    {
        try
        {
            return await SendAsync(HttpMethod.Get, datasetId, null, cancellationToken).ConfigureAwait(false);
        }
        catch (AepNotFoundException)
        {
            return new DatasetLabels(); // Dataset Service knows only datasets that were labelled
        }
    }

    /// <summary>
    /// Writes the labels as they were read and changed, in place of all that are there: <c>PUT</c> with <c>If-Match</c>, or <c>POST</c> for a dataset
    /// that had none. Returns their new version.
    /// </summary>
    /// <exception cref="AepRequestException">Somebody else has written them meanwhile, or a policy forbids them.</exception>
    public virtual Task<DatasetLabels> PutAsync(string datasetId, DatasetLabels labels, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return SendAsync(labels.ETag is null ? HttpMethod.Post : HttpMethod.Put, datasetId, labels, cancellationToken);
    }

    /// <summary>Gives the columns of a derived dataset the labels of the columns that they come from; labels that they have already stay.</summary>
    /// <param name="sourceId">The dataset that the data comes from.</param>
    /// <param name="derivedId">The dataset that was made of it.</param>
    /// <param name="columns">From a path in the source's schema (<c>/properties/age</c>) to the path in the derived dataset's schema.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The labels of the derived dataset.</returns>
    public virtual async Task<DatasetLabels> PropagateAsync(
        string sourceId, string derivedId, IReadOnlyDictionary<string, string> columns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        DatasetLabels source = await GetAsync(sourceId, cancellationToken).ConfigureAwait(false);
        DatasetLabels derived = await GetAsync(derivedId, cancellationToken).ConfigureAwait(false);
        Dataset dataset = await _datasets.GetAsync(derivedId, cancellationToken).ConfigureAwait(false);
        SchemaReference schema = dataset.SchemaRef ?? throw new AepException($"The dataset {derivedId} ({dataset.Name}) has no schema.");
        DatasetLabels merged = LabelMerge.Into(derived, source, columns, path => new LabelledField
        {
            Id = schema.Id,
            ContentType = FullSchema,
            SchemaPath = path,
        });
        return ReferenceEquals(merged, derived) ? derived : await PutAsync(derivedId, merged, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DatasetLabels> SendAsync(HttpMethod method, string datasetId, DatasetLabels? labels, CancellationToken cancellationToken)
    {
        string route = $"/data/foundation/dataset/datasets/{Uri.EscapeDataString(datasetId)}/labels";
        using var request = new HttpRequestMessage(method, route);
        if (labels is not null) request.Content = JsonContent.Create(labels, DatasetsJson.Default.DatasetLabels);
        if (labels?.ETag is { } etag) request.Headers.TryAddWithoutValidation("If-Match", etag);
        using HttpResponseMessage response = await _raw.SendAsync(request, cancellationToken).ConfigureAwait(false);
        DatasetLabels answer = (await response.Content.ReadFromJsonAsync(DatasetsJson.Default.DatasetLabels, cancellationToken).ConfigureAwait(false))
            .Required($"{method} /datasets/{{DATASET_ID}}/labels");
        string? version = response.Headers.TryGetValues("ETag", out IEnumerable<string>? values) ? values.First() : null;
        return answer with { ETag = version };
    }
}
