using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>When a scheduled query runs.</summary>
public sealed record QueryScheduleTiming
{
    /// <summary>The cron expression as the service keeps it; <see cref="CronExpression.Parse"/> reads it.</summary>
    public string? Schedule { get; init; }

    /// <summary>First moment at which it may run, UTC.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Last moment at which it may run, UTC; null for no end.</summary>
    [JsonConverter(typeof(QueryTimeConverter))]
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>How many runs may be at work at once.</summary>
    public int? MaxActiveRuns { get; init; }

    /// <summary>Members that this version of the library does not know. They survive a round trip.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => ExtensionData.View(Additional);

    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? Additional { get; set; }
}
