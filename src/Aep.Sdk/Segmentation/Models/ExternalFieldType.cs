using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Segmentation;

/// <summary>What a field of an external audience holds. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<ExternalFieldType>))]
public readonly record struct ExternalFieldType(string Value) : IOpenString<ExternalFieldType>
{
    /// <summary>Text.</summary>
    public static ExternalFieldType Text => new("string");

    /// <summary>A number.</summary>
    public static ExternalFieldType Number => new("number");

    /// <summary>A whole number of 64 bits.</summary>
    public static ExternalFieldType Long => new("long");

    /// <summary>A whole number.</summary>
    public static ExternalFieldType Integer => new("integer");

    /// <summary>A day, <c>2025-05-13</c>.</summary>
    public static ExternalFieldType Date => new("date");

    /// <summary>A time, <c>2025-05-23T20:19:00+00:00</c>.</summary>
    public static ExternalFieldType DateTime => new("datetime");

    /// <summary>True or false.</summary>
    public static ExternalFieldType Boolean => new("boolean");

    /// <inheritdoc/>
    public static ExternalFieldType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
