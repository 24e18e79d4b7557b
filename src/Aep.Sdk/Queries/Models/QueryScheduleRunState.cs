using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>State of a run of a schedule, or of one attempt in it. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<QueryScheduleRunState>))]
public readonly record struct QueryScheduleRunState(string Value) : IOpenString<QueryScheduleRunState>
{
    /// <summary>Runs.</summary>
    public static QueryScheduleRunState InProgress => new("IN_PROGRESS");

    /// <summary>Has ended well.</summary>
    public static QueryScheduleRunState Success => new("SUCCESS");

    /// <summary>Has failed.</summary>
    public static QueryScheduleRunState Failed => new("FAILED");

    /// <summary>Waits.</summary>
    public static QueryScheduleRunState Queued => new("QUEUED");

    /// <summary>Waits to be tried again.</summary>
    public static QueryScheduleRunState QueuedForRetry => new("QUEUED_FOR_RETRY");

    /// <inheritdoc/>
    public static QueryScheduleRunState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
