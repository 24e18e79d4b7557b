using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Type of something that customers enter. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<CustomerFieldType>))]
public readonly record struct CustomerFieldType(string Value) : IOpenString<CustomerFieldType>
{
    /// <summary>A text.</summary>
    public static CustomerFieldType Text => new("string");

    /// <summary>A whole number.</summary>
    public static CustomerFieldType Integer => new("integer");

    /// <summary>A group of fields.</summary>
    public static CustomerFieldType Group => new("object");

    /// <inheritdoc/>
    public static CustomerFieldType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
