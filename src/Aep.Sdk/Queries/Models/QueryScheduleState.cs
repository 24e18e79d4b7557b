using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Whether a schedule starts queries. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<QueryScheduleState>))]
public readonly record struct QueryScheduleState(string Value) : IOpenString<QueryScheduleState>
{
    /// <summary>Was created a moment ago and does not start queries yet.</summary>
    public static QueryScheduleState Registering => new("REGISTERING");

    /// <summary>Starts queries.</summary>
    public static QueryScheduleState Enabled => new("ENABLED");

    /// <summary>Starts none.</summary>
    public static QueryScheduleState Disabled => new("DISABLED");

    /// <inheritdoc/>
    public static QueryScheduleState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
