using Refit;

namespace Aep.Sdk.Ingestion;

/// <summary>Data collection: at the host that a streaming connection names (dcs.adobedc.net).</summary>
internal interface IStreamingApi
{
    [Post("/collection/{connectionId}")]
    Task<StreamingReceipt?> SendAsync(
        string connectionId, string? syncValidation, [Body] HttpContent body, CancellationToken cancellationToken);

    [Post("/collection/batch/{connectionId}")]
    Task<StreamingBatchReceipt?> SendBatchAsync(string connectionId, [Body] HttpContent body, CancellationToken cancellationToken);
}
