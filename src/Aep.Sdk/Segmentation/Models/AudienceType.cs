using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>Where the members of an audience come from. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<AudienceType>))]
public readonly record struct AudienceType(string Value) : IOpenString<AudienceType>
{
    /// <summary>A rule over profiles.</summary>
    public static AudienceType SegmentDefinition => new("SegmentDefinition");

    /// <summary>Somewhere else.</summary>
    public static AudienceType ExternalSegment => new("ExternalSegment");

    /// <summary>Somewhere else.</summary>
    public static AudienceType ExternalAudience => new("ExternalAudience");

    /// <inheritdoc/>
    public static AudienceType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
