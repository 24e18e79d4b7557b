using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>How a request to publish stands. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<PublishStatus>))]
public readonly record struct PublishStatus(string Value) : IOpenString<PublishStatus>
{
    /// <summary>Is being built.</summary>
    public static PublishStatus Test => new("TEST");

    /// <summary>Adobe looks at it.</summary>
    public static PublishStatus Review => new("REVIEW");

    /// <summary>Adobe has approved it.</summary>
    public static PublishStatus Approved => new("APPROVED");

    /// <summary>Is in the catalogue.</summary>
    public static PublishStatus Published => new("PUBLISHED");

    /// <summary>Adobe has refused it.</summary>
    public static PublishStatus Denied => new("DENIED");

    /// <summary>Was taken out of the catalogue.</summary>
    public static PublishStatus Revoked => new("REVOKED");

    /// <summary>Has a newer version.</summary>
    public static PublishStatus Deprecated => new("DEPRECATED");

    /// <inheritdoc/>
    public static PublishStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
