using System.Collections.Concurrent;
using System.Globalization;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Ingestion;

/// <summary>Messages to inlets, at whichever host each has.</summary>
internal sealed class StreamingRequests(AepPipeline pipeline)
{
    private readonly ConcurrentDictionary<string, IStreamingApi> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public async Task<StreamingReceipt> SendAsync(
        StreamingInlet inlet, ReadOnlyMemory<byte> message, bool syncValidation, CancellationToken cancellationToken)
    {
        using HttpContent body = MessageGroup.One(message);
        try
        {
            Task<StreamingReceipt?> answer = Api(inlet).SendAsync(inlet.InletId, syncValidation ? "true" : null, body, cancellationToken);
            return (await answer.ConfigureAwait(false)).Required("POST /collection/{CONNECTION_ID}");
        }
        catch (AepRequestException refusal) when (
            refusal.Status == 400 && StreamingViolations.Read(refusal.Body) is { Count: > 0 } violations)
        {
            throw new StreamingValidationException(refusal, violations);
        }
    }

    /// <exception cref="AepException">
    /// The answer has another number of outcomes than there are messages: which is whose is unknown.
    /// </exception>
    public async Task<StreamingBatchReceipt> SendBatchAsync(
        StreamingInlet inlet, IReadOnlyList<ReadOnlyMemory<byte>> messages, CancellationToken cancellationToken)
    {
        const string Operation = "POST /collection/batch/{CONNECTION_ID}";
        using HttpContent body = MessageGroup.Many(messages);
        StreamingBatchReceipt receipt =
            (await Api(inlet).SendBatchAsync(inlet.InletId, body, cancellationToken).ConfigureAwait(false)).Required(Operation);
        return receipt.Outcomes.Count == messages.Count
            ? receipt
            : throw new AepException(string.Create(CultureInfo.InvariantCulture,
                $"{Operation} answered with {receipt.Outcomes.Count} outcomes for {messages.Count} messages."));
    }

    private IStreamingApi Api(StreamingInlet inlet) => _hosts.GetOrAdd(
        inlet.Url.GetLeftPart(UriPartial.Authority), host => pipeline.ApiAt(StreamingJson.Default, RefitStubs.StreamingApi, new Uri(host)));
}
