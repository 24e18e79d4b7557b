using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>How many batches a user may create: the documented limit.</summary>
internal sealed class BatchRate(TimeProvider time)
{
    private readonly RequestRate _rate = new(2_000, time);

    /// <exception cref="ApiException">429: too many within a minute.</exception>
    public void Count(HttpRequest request)
    {
        if (!_rate.TryCount(request.Headers["x-api-key"].ToString()))
            throw IngestionErrors.TooManyBatches(_rate.PerMinute);
    }
}
