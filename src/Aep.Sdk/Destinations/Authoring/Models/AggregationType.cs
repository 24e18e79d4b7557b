using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How profiles are gathered into requests. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<AggregationType>))]
public readonly record struct AggregationType(string Value) : IOpenString<AggregationType>
{
    /// <summary>A few at a time, soon.</summary>
    public static AggregationType BestEffort => new("BEST_EFFORT");

    /// <summary>Many at a time, by time, number and keys.</summary>
    public static AggregationType Configurable => new("CONFIGURABLE_AGGREGATION");

    /// <inheritdoc/>
    public static AggregationType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
