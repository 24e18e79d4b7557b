using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Mappings;

/// <summary>How the source of a mapping is read. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<MappingSourceType>))]
public readonly record struct MappingSourceType(string Value) : IOpenString<MappingSourceType>
{
    /// <summary>A column or field.</summary>
    public static MappingSourceType Attribute => new("ATTRIBUTE");

    /// <summary>An expression of Data Prep's language.</summary>
    public static MappingSourceType Expression => new("EXPRESSION");

    /// <summary>A constant.</summary>
    public static MappingSourceType Static => new("STATIC");

    /// <inheritdoc/>
    public static MappingSourceType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
