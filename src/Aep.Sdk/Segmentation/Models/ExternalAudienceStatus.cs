using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>How the creation or an ingestion of an external audience stands. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ExternalAudienceStatus>))]
public readonly record struct ExternalAudienceStatus(string Value) : IOpenString<ExternalAudienceStatus>
{
    /// <summary>Goes on.</summary>
    public static ExternalAudienceStatus Processing => new("PROCESSING");

    /// <summary>Has ended well.</summary>
    public static ExternalAudienceStatus Success => new("SUCCESS");

    /// <summary>Has failed.</summary>
    public static ExternalAudienceStatus Failed => new("FAILED");

    /// <inheritdoc/>
    public static ExternalAudienceStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
