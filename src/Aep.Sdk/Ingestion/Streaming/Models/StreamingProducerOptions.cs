namespace Aep.Sdk.Ingestion;

/// <summary>How a producer groups and sends records. A group is sent when it is full, by number or by size, or old enough.</summary>
public sealed record StreamingProducerOptions
{
    /// <summary>AEP's limit for a request: 1 MB.</summary>
    public const int MaxBytesOfRequest = StreamingEnvelope.MaxRequestBytes;

    /// <summary>A group has at most this many records.</summary>
    public int RecordsPerRequest { get; init; } = 500;

    /// <summary>A group has at most this many bytes; at most <see cref="MaxBytesOfRequest"/>.</summary>
    public int BytesPerRequest { get; init; } = MaxBytesOfRequest;

    /// <summary>A group is sent this long after its first record, however small it is.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many records wait at most. When there are as many, <see cref="StreamingProducer{T}.SendAsync"/> waits: the source is slowed
    /// down.
    /// </summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>How many requests are on their way at once. With more than one, records may arrive in another order.</summary>
    public int MaxParallelRequests { get; init; } = 4;

    /// <summary>
    /// How often a record is sent that AEP did not take because it was not available (503, or a 5xx of the record alone).
    /// </summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>
    /// Sends records again whose outcome is unknown (no answer, or a broken one), too: they may be in the dataset twice then. Real-Time
    /// Customer Profile drops an event whose <c>_id</c> it has already, the data lake keeps both. Without this they are handed back as
    /// <see cref="UndeliveredReason.Unknown"/>.
    /// </summary>
    public bool RepeatUnknown { get; init; }

    /// <summary>Checks every record against the schema when it is taken, before anything is sent.</summary>
    public bool ValidateFirst { get; init; }

    internal StreamingProducerOptions Validated()
    {
        Between(RecordsPerRequest, int.MaxValue, nameof(RecordsPerRequest));
        Between(BytesPerRequest, MaxBytesOfRequest, nameof(BytesPerRequest));
        Between(Capacity, int.MaxValue, nameof(Capacity));
        Between(MaxParallelRequests, int.MaxValue, nameof(MaxParallelRequests));
        Between(MaxAttempts, int.MaxValue, nameof(MaxAttempts));
        return MaxDelay > TimeSpan.Zero
            ? this
            : throw new ArgumentOutOfRangeException(
                nameof(MaxDelay), MaxDelay, $"{nameof(StreamingProducerOptions)}.{nameof(MaxDelay)} must be positive.");
    }

    private static void Between(int value, int most, string name)
    {
        if (value < 1 || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"{nameof(StreamingProducerOptions)}.{name} must be 1 to {most}.");
    }
}
