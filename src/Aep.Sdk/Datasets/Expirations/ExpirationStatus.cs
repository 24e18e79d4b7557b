using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>State of an expiration.</summary>
/// <param name="Value">The state as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ExpirationStatus>))]
public readonly record struct ExpirationStatus(string Value) : IOpenString<ExpirationStatus>
{
    /// <summary>The date has not come yet: it can be moved or taken back.</summary>
    public static ExpirationStatus Pending => new("pending");

    /// <summary>The dataset is being deleted.</summary>
    public static ExpirationStatus Executing => new("executing");

    /// <summary>It was taken back.</summary>
    public static ExpirationStatus Cancelled => new("cancelled");

    /// <summary>The dataset is gone.</summary>
    public static ExpirationStatus Completed => new("completed");

    /// <inheritdoc/>
    public static ExpirationStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
