using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>Whether an alert is sent. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<QueryAlertStatus>))]
public readonly record struct QueryAlertStatus(string Value) : IOpenString<QueryAlertStatus>
{
    /// <summary>Sent.</summary>
    public static QueryAlertStatus Enabled => new("enabled");

    /// <summary>Will be sent in a moment.</summary>
    public static QueryAlertStatus Enabling => new("enabling");

    /// <summary>Not sent; its subscribers stay.</summary>
    public static QueryAlertStatus Disabled => new("disabled");

    /// <summary>Will be sent no more in a moment.</summary>
    public static QueryAlertStatus Disabling => new("disabling");

    /// <inheritdoc/>
    public static QueryAlertStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
