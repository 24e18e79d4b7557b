using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Flows;

/// <summary>What delimited files of a source are encoded in. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<FlowFileEncoding>))]
public readonly record struct FlowFileEncoding(string Value) : IOpenString<FlowFileEncoding>
{
    /// <summary>UTF-8.</summary>
    public static FlowFileEncoding Utf8 => new("UTF-8");

    /// <summary>ISO-8859-1, also called Latin 1.</summary>
    public static FlowFileEncoding Latin1 => new("ISO-8859-1");

    /// <inheritdoc/>
    public static FlowFileEncoding Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
