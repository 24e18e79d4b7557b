using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Ingestion;

/// <summary>Streaming ingestion: single records into a dataset, within minutes of their making.</summary>
public class StreamingClient
{
    private readonly StreamingInlets _inlets;
    private readonly StreamingRequests _requests;
    private readonly SchemasClient _schemas;
    private readonly AepOptions _options;

    internal StreamingClient(AepPipeline pipeline, DatasetsClient datasets, SchemasClient schemas, FlowsClient flows)
    {
        _inlets = new StreamingInlets(datasets, flows);
        _requests = new StreamingRequests(pipeline);
        _schemas = schemas;
        _options = pipeline.Options;
    }

    /// <summary>For substitutes in tests.</summary>
    protected StreamingClient() => (_inlets, _requests, _schemas, _options) = (null!, null!, null!, null!);

    /// <summary>
    /// The inlet that feeds a dataset, created where it is missing: a streaming connection and, on request, the dataflow of it. Found by
    /// name. GET and POST /flowservice/connections, GET /dataSets/{id}.
    /// </summary>
    /// <param name="definition">What it is for.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="AepNotFoundException">There is no such dataset.</exception>
    /// <exception cref="AepException">
    /// The connection of this name is no streaming connection, or not of the kind that is asked for.
    /// </exception>
    public virtual Task<StreamingInlet> GetOrCreateInletAsync(
        StreamingInletDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _inlets.GetOrCreateAsync(definition, cancellationToken);
    }

    /// <summary>
    /// Sends one record. The answer says that AEP has it, not that it is in the dataset: a record that does not fit is kept in a failed
    /// batch of the dataset. It is not sent twice when its outcome is unknown. POST /collection/{CONNECTION_ID}.
    /// </summary>
    /// <typeparam name="T">Type of the record.</typeparam>
    /// <param name="inlet">Where to.</param>
    /// <param name="record">The record.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="options">Validation, or null.</param>
    /// <param name="cancellationToken">Cancels the request; the record may have arrived all the same.</param>
    /// <exception cref="ArgumentException">The message is larger than 1 MB.</exception>
    /// <exception cref="StreamingValidationException">
    /// With synchronous validation: it does not fit its schema, and AEP has not kept it.
    /// </exception>
    /// <exception cref="AepRequestException">AEP has refused it, or the outcome is unknown (<c>Status</c> 0 or 500).</exception>
    public virtual Task<StreamingReceipt> SendAsync<T>(
        StreamingInlet inlet, T record, JsonTypeInfo<T> type, StreamingSendOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inlet);
        ReadOnlyMemory<byte> message = new StreamingEnvelope(inlet, _options.OrgId).Wrap(record, type);
        return _requests.SendAsync(inlet, message, options is { SyncValidation: true }, cancellationToken);
    }

    /// <summary>
    /// Sends records in one request; each has an outcome of its own, in their order. What is refused does not keep the others out.
    /// POST /collection/batch/{CONNECTION_ID}.
    /// </summary>
    /// <typeparam name="T">Type of the records.</typeparam>
    /// <param name="inlet">Where to.</param>
    /// <param name="records">The records; together at most 1 MB. For more, use a producer.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the request; the records may have arrived all the same.</param>
    /// <exception cref="ArgumentException">There are none, or they are larger than 1 MB.</exception>
    /// <exception cref="AepRequestException">AEP has refused all of them, or the outcome is unknown (<c>Status</c> 0 or 500).</exception>
    public virtual Task<StreamingBatchReceipt> SendBatchAsync<T>(
        StreamingInlet inlet, IReadOnlyCollection<T> records, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inlet);
        ArgumentNullException.ThrowIfNull(records);
        if (records.Count == 0)
            throw new ArgumentException("There are no records to send.", nameof(records));
        var envelope = new StreamingEnvelope(inlet, _options.OrgId);
        return _requests.SendBatchAsync(inlet, [.. records.Select(record => envelope.Wrap(record, type))], cancellationToken);
    }

    /// <summary>
    /// Opens a producer: it takes records one by one, from any number of threads, and sends them in groups. Dispose it: that sends what is
    /// left.
    /// </summary>
    /// <typeparam name="T">Type of the records.</typeparam>
    /// <param name="inlet">Where to.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="undelivered">
    /// Gets back every record that could not be delivered, with the reason. Called for one at a time; while it works, fewer requests are
    /// sent.
    /// </param>
    /// <param name="options">Sizes, times and validation, or null.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its bounds.</exception>
    public virtual async Task<StreamingProducer<T>> OpenProducerAsync<T>(
        StreamingInlet inlet, JsonTypeInfo<T> type, Func<UndeliveredMessage<T>, ValueTask> undelivered,
        StreamingProducerOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inlet);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(undelivered);
        options = (options ?? new StreamingProducerOptions()).Validated();
        XdmValidator? validator = options.ValidateFirst
            ? await _schemas.GetValidatorAsync(inlet.SchemaId, XdmValidationMode.Streaming, cancellationToken).ConfigureAwait(false)
            : null;
        var delivery = new MessageDelivery<T>(
            (messages, stop) => _requests.SendBatchAsync(inlet, messages, stop), undelivered, options, _options.TimeProvider);
        return new StreamingProducer<T>(
            new StreamingEnvelope(inlet, _options.OrgId), type, validator, delivery, options, _options.TimeProvider);
    }
}
