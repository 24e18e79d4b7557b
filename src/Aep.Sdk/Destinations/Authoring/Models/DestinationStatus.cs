using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Where a destination of one's own stands. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<DestinationStatus>))]
public readonly record struct DestinationStatus(string Value) : IOpenString<DestinationStatus>
{
    /// <summary>Is being built.</summary>
    public static DestinationStatus Test => new("TEST");

    /// <summary>Is in the catalogue.</summary>
    public static DestinationStatus Published => new("PUBLISHED");

    /// <summary>Was deleted.</summary>
    public static DestinationStatus Deleted => new("DELETED");

    /// <inheritdoc/>
    public static DestinationStatus Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
