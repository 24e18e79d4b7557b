using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>When an alert is sent. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<QueryAlertType>))]
public readonly record struct QueryAlertType(string Value) : IOpenString<QueryAlertType>
{
    /// <summary>A scheduled query has begun.</summary>
    public static QueryAlertType Start => new("start");

    /// <summary>A query has ended well.</summary>
    public static QueryAlertType Success => new("success");

    /// <summary>A query has failed.</summary>
    public static QueryAlertType Failure => new("failure");

    /// <inheritdoc/>
    public static QueryAlertType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
