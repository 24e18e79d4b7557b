using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>Type of a field as XDM names it (<c>meta:xdmType</c>).</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<XdmFieldType>))]
public readonly record struct XdmFieldType(string Value) : IOpenString<XdmFieldType>
{
    /// <summary>Text; also texts with a format other than a date, such as <c>uri</c>.</summary>
    public static XdmFieldType String => new("string");

    /// <summary>A 64-bit floating point number.</summary>
    public static XdmFieldType Number => new("number");

    /// <summary>A whole number of at most 53 bits.</summary>
    public static XdmFieldType Long => new("long");

    /// <summary>A whole number of 32 bits.</summary>
    public static XdmFieldType Int => new("int");

    /// <summary>A whole number of 16 bits.</summary>
    public static XdmFieldType Short => new("short");

    /// <summary>A whole number of 8 bits.</summary>
    public static XdmFieldType Byte => new("byte");

    /// <summary>True or false.</summary>
    public static XdmFieldType Boolean => new("boolean");

    /// <summary>A day, as text: <c>2026-03-01</c>.</summary>
    public static XdmFieldType Date => new("date");

    /// <summary>A moment, as text of RFC 3339: <c>2026-03-01T14:30:00Z</c>.</summary>
    public static XdmFieldType DateTime => new("date-time");

    /// <summary>An object with fields of its own.</summary>
    public static XdmFieldType Object => new("object");

    /// <summary>An object whose member names are data, all values of one type.</summary>
    public static XdmFieldType Map => new("map");

    /// <summary>A list, all elements of one type.</summary>
    public static XdmFieldType Array => new("array");

    /// <summary>True for the types of whole numbers.</summary>
    public bool IsInteger => this == Long || this == Int || this == Short || this == Byte;

    /// <summary>True for what holds no other fields.</summary>
    public bool IsScalar => this != Object && this != Map && this != Array;

    /// <inheritdoc/>
    public static XdmFieldType Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
